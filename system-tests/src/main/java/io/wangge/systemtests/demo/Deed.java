package io.wangge.systemtests.demo;

/** Things that are counted over the day, in the order in which they are told. */
enum Deed {
    REPORTED("上报", "reports sent"),
    REPEATED("重复上报（同一答复）", "repeats answered alike"),
    CONFLICTED("同号异文（拒绝）", "same id with other content refused"),
    CONFIRMED("核实", "confirmed in the field before filing"),
    RULE_DISPATCHED("规则派遣", "dispatched by rule"),
    PERSON_DISPATCHED("人工派遣", "dispatched by a person"),
    ACCEPTED("受理", "accepted"),
    RETURNED("回退", "returned"),
    ESCALATED("提级", "escalated"),
    CEILING("到顶被拒", "refused at the ceiling"),
    HANDED_DOWN("下派", "handed down"),
    HELPED("会办完成", "helpers' tasks ended"),
    COMPLETED("处置完成", "completed"),
    CHECKED("核查", "checked in the field after completion"),
    ANSWERED("答复批评人", "critics answered"),
    AWARDED("奖励", "awards granted"),
    ON_SPOT("现场解决", "settled on the spot"),
    CALLED_BACK("回访", "callbacks answered"),
    ATTEMPTED("回访未通", "callback attempts that failed"),
    REWORKED("返工", "reworked"),
    DECIDED("裁定", "decided by an inspector"),
    CLOSED("结案", "closed");

    private final String zh;
    private final String en;

    Deed(String zh, String en) {
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
