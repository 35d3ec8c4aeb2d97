package io.wangge.dispatch.clock;

/** How a district counts a WORKDAY (domain.md, Clocks: as data). */
public enum WorkdayCount {
    /** The day of the start is not counted; due at the last closing of the n-th workday after it. */
    WHOLE_DAY,
    /** Its working time from the moment: 1 WORKDAY is 8 WORK_HOUR where the office is open for eight hours. */
    WORKING_TIME
}
