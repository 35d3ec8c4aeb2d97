package io.wangge.contracts.casefile;

/** Where a case stands in its life. */
public enum CaseState {
    /** 待核实: a public report waits for a look in the field before it is filed. */
    PENDING_CONFIRMATION,
    /** 待派遣: no rule matched, a rule asks for a person, or a unit sent it back. */
    PENDING_DISPATCH,
    /** 待受理: given to a unit. */
    PENDING_ACCEPTANCE,
    /** 处置中. */
    IN_PROGRESS,
    /** 挂账: the handling clock stands still. */
    SUSPENDED,
    /** 待核查: done, waits for the field check. */
    PENDING_CHECK,
    /** 待回访: waits for the resident's word. */
    PENDING_CALLBACK,
    /** 待裁定: resident unsatisfied, unit not at fault. */
    PENDING_DECISION,
    /** 结案. */
    CLOSED,
    /** 不予立案. */
    NOT_FILED,
    /** 作废. */
    CANCELLED,
    /** 转外部. */
    REFERRED_OUTSIDE,
    /** 并案: carried by another case; undone, it is where it was. */
    MERGED;

    /** Nothing is due any more. */
    public boolean isOver() {
        return switch (this) {
            case CLOSED, NOT_FILED, CANCELLED, REFERRED_OUTSIDE, MERGED -> true;
            default -> false;
        };
    }
}
