package io.wangge.intake.notice;

import java.time.LocalTime;

/**
 * 安静时段 of one member of staff: what is pushed then makes no sound, on whatever phone or computer; emergencies do.
 *
 * @param from local time from which
 * @param to local time until which; the same as {@code from} for no hour at all
 */
public record QuietHours(boolean on, LocalTime from, LocalTime to) {

    public boolean isQuiet(LocalTime time) {
        boolean late = !time.isBefore(from);
        boolean early = time.isBefore(to);
        return on && (from.isAfter(to) ? late || early : late && early);
    }
}
