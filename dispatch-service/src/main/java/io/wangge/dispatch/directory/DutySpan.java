package io.wangge.dispatch.directory;

import java.time.LocalDate;

/**
 * 值班: who is on duty for a unit on these days.
 *
 * @param id stable name of the line
 * @param task what the duty is for, such as 值班领导 or 一号窗口
 * @param from first day
 * @param to last day
 */
public record DutySpan(String id, String unitId, String task, String staffId, LocalDate from, LocalDate to) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean collidesWith(DutySpan other) {
        return unitId.equals(other.unitId)
                && task.equals(other.task)
                && !from.isAfter(other.to)
                && !other.from.isAfter(to);
    }
}
