package io.wangge.dispatch.clock;

/** What a limit is counted in (domain.md, Clocks; the four clocks of GB/T 30428 practice). */
public enum LimitUnit {
    /** 紧急工作时 in minutes: runs day and night. */
    EMERGENCY_MINUTE,
    /** 紧急工作时: runs day and night. */
    EMERGENCY_HOUR,
    /** 工作时: runs while the office is open. */
    WORK_HOUR,
    /** 工作日: whole workdays, the day of the start not counted. */
    WORKDAY,
    /** 自然日: whole days, the day of the start not counted. */
    NATURAL_DAY
}
