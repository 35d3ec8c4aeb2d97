package io.wangge.ledger.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as people count them, and as a number that sorts: 20161231. */
public final class Days {
    /** Every city of China keeps this time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Days() {}

    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    public static int number(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    public static int number(Instant moment) {
        return number(dayOf(moment));
    }

    /** What is due at midnight (24:00) is due on the day that ends then. */
    public static int dueDay(Instant due) {
        return number(due.minusMillis(1));
    }

    public static LocalDate day(int number) {
        return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    }
}
