package io.wangge.dispatch.escalation;

import java.util.Locale;

/** The clocks of a case whose shares a policy can watch. */
public enum ClockKind {
    CONFIRMATION,
    DISPATCH,
    ACCEPTANCE,
    HANDLING,
    CHECK,
    DECISION,
    /** Begins when a clock of a hold runs out, and survives a move. */
    SUPERVISION,
    /** 挂账 ends by itself. */
    SUSPENSION,
    /** 有奖批评: until the unit has answered the critic. */
    CRITICISM_REPLY,
    /** 回头看: its end asks again. */
    REVISIT;

    /** As it stands in events. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
