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
    SUSPENSION;

    /** As it stands in events. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
