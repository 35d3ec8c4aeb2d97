package io.wangge.contracts.casefile;

/** Where a case stands in its life. Part of the states of the practice; timers, field checks and others join later. */
public enum CaseState {
    /** 待派遣: no rule matched, a rule asks for a person, or a unit sent it back. */
    PENDING_DISPATCH,
    /** 待受理: given to a unit. */
    PENDING_ACCEPTANCE,
    /** 处置中. */
    IN_PROGRESS,
    /** 待回访: waits for the resident's word. */
    PENDING_CALLBACK,
    /** 待裁定: resident unsatisfied, unit not at fault. */
    PENDING_DECISION,
    /** 结案. */
    CLOSED
}
