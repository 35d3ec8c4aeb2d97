package io.wangge.dispatch.escalation;

/** What a step of an escalation policy does. */
public enum StepMeasure {
    /** The holder is reminded. */
    REMIND,
    /** The holder and its head are warned. */
    WARN_HEAD,
    /** The unit above is told. */
    TELL_ABOVE,
    /** 普通督办. */
    SUPERVISE_NORMAL,
    /** 黄牌. */
    SUPERVISE_YELLOW,
    /** 红牌. */
    SUPERVISE_RED,
    /** One level up by time; at the ceiling, and where the category forbids it, nothing. */
    MOVE_UP,
    /** On the leaders' list. */
    LEADERS_LIST
}
