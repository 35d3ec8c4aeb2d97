package io.wangge.dispatch.http.casefile;

import io.wangge.dispatch.clock.Remaining;
import io.wangge.dispatch.clock.Remaining.Unit;

/**
 * How much time whoever it waits for has left, in the terms of the limit.
 *
 * @param unit EMERGENCY_MINUTE, EMERGENCY_HOUR, WORK_MINUTE, WORK_HOUR, WORKDAY or NATURAL_DAY
 */
record RemainingView(long amount, Unit unit, boolean overdue, String textZh, String textEn) {
    static RemainingView of(Remaining remaining) {
        long amount = remaining.amount();
        boolean overdue = remaining.overdue();
        String zh = amount + " " + zh(remaining.unit());
        String en = amount + " " + en(remaining.unit()) + (amount == 1 ? "" : "s");
        return new RemainingView(
                amount,
                remaining.unit(),
                overdue,
                (overdue ? "已超期 " : "还剩 ") + zh,
                overdue ? "overdue by " + en : en + " left");
    }

    private static String zh(Unit unit) {
        return switch (unit) {
            case EMERGENCY_MINUTE -> "分钟";
            case EMERGENCY_HOUR -> "小时";
            case WORK_MINUTE -> "工作分钟";
            case WORK_HOUR -> "工作时";
            case WORKDAY -> "工作日";
            case NATURAL_DAY -> "天";
        };
    }

    private static String en(Unit unit) {
        return switch (unit) {
            case EMERGENCY_MINUTE -> "minute";
            case EMERGENCY_HOUR -> "hour";
            case WORK_MINUTE -> "work minute";
            case WORK_HOUR -> "work hour";
            case WORKDAY -> "workday";
            case NATURAL_DAY -> "day";
        };
    }
}
