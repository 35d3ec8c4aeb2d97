package io.wangge.intake.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.ToLongFunction;

/** The number that a reporter is given to ask after the matter: date, dash, running number of the day. */
public final class TrackingNumber {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private TrackingNumber() {}

    /**
     * @param zone in which the day begins
     * @param next next number of the series that it is given
     * @return such as {@code 261122-0042}; longer on a day with more than 9999 reports
     */
    public static String on(Instant receivedAt, ZoneId zone, ToLongFunction<String> next) {
        String day = DAY.format(receivedAt.atZone(zone));
        return "%s-%04d".formatted(day, next.applyAsLong("tracking/" + day));
    }
}
