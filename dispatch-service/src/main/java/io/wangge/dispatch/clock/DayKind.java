package io.wangge.dispatch.clock;

/** What the calendar says about a day. */
public enum DayKind {
    /** Monday to Friday, worked. */
    WEEKDAY,
    /** Saturday or Sunday, not worked. */
    WEEKEND,
    /** 法定节假日 or a day off given in exchange. */
    HOLIDAY,
    /** 调休: a weekend day that is worked instead. */
    SWAPPED_WORKDAY
}
