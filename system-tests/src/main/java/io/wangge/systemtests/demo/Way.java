package io.wangge.systemtests.demo;

/** What becomes of a report in the demo. */
enum Way {
    CLOSED("办结", "handled and closed"),
    REWORKED("返工", "unsatisfied, unit at fault: done again"),
    DECIDED_REWORK("裁定返工", "inspector decides: do it again"),
    DECIDED_CLOSE("裁定结案", "inspector decides: close"),
    SECOND_CALL("二次回访", "nobody answered at first"),
    NOT_REACHED("未联系上", "nobody answered, another call is due"),
    CLIMBED("提级", "escalated as far as its ceiling"),
    RETURNED("回退重派", "sent back, dispatched to another unit"),
    HANDED_DOWN("下派", "handed down"),
    CRITICISED("有奖批评", "answered and inspected, waits for its revisit, rewarded"),
    FAIR("评价一般", "closed with a fair grade, soon to be revisited"),
    ON_SPOT("现场解决", "settled on the spot"),
    DISPATCHED("人工派遣", "dispatched by a person"),
    WAITING("待派遣", "waits for dispatch"),
    OPEN("处置中", "accepted, still being handled"),
    UNTOUCHED("未受理", "not yet accepted");

    private final String zh;
    private final String en;

    Way(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
