package io.wangge.ledger.rating;

/**
 * 五零 (systems.md S5): what a window promises that nobody meets there. Each is counted by the ratings that say otherwise; the
 * promise is kept where the count is 0.
 */
public enum FiveZero {
    DISTANCE("零距离", "Zero distance", "评价中勾选“要到别处再跑”的次数", "ratings that tick: sent elsewhere"),
    ABSENCE("零缺位", "Zero absence", "评价中勾选“窗口无人”的次数", "ratings that tick: nobody at the window"),
    ERROR("零差错", "Zero errors", "评价中勾选“办错了”的次数", "ratings that tick: done wrongly"),
    DELAY("零延误", "Zero delays", "评价中勾选“超过承诺时间”的次数", "ratings that tick: later than promised"),
    COMPLAINT("零投诉", "Zero complaints", "评为不满意或勾选“要投诉”的次数", "ratings that are UNSATISFIED or tick: a complaint");

    private final String zh;
    private final String en;
    private final String definitionZh;
    private final String definitionEn;

    FiveZero(String zh, String en, String definitionZh, String definitionEn) {
        this.zh = zh;
        this.en = en;
        this.definitionZh = definitionZh;
        this.definitionEn = definitionEn;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public String definitionZh() {
        return definitionZh;
    }

    public String definitionEn() {
        return definitionEn;
    }
}
