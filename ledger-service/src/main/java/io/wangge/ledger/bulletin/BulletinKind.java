package io.wangge.ledger.bulletin;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is published, and for how long a time. */
public enum BulletinKind {
    DAILY("日督查", "Daily inspection", 7),
    WEEKLY("周通报", "Weekly bulletin", 4),
    MONTHLY("月考核", "Monthly assessment", 3);

    private final String zh;
    private final String en;
    private final int caughtUp;

    BulletinKind(String zh, String en, int caughtUp) {
        this.zh = zh;
        this.en = en;
        this.caughtUp = caughtUp;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** How many periods back are made after an outage; older ones on demand. */
    int caughtUp() {
        return caughtUp;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BulletinKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findAny();
    }

    /**
     * @param text {@code 2026-03-02}, {@code 2026-W10} or {@code 2026-03}
     * @return empty for what is no period of this kind
     */
    public Optional<Span> span(String text) {
        try {
            Span span = switch (this) {
                case DAILY -> around(LocalDate.parse(text));
                case WEEKLY -> around(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE));
                case MONTHLY -> around(YearMonth.parse(text).atDay(1));
            };
            int year = span.from().getYear();
            return year >= 1900 && year <= 9999 ? Optional.of(span) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The period that the day lies in. Weeks are Monday to Sunday (ISO 8601). */
    public Span around(LocalDate day) {
        return switch (this) {
            case DAILY -> new Span(day.toString(), day, day);
            case WEEKLY -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                String week = monday.format(DateTimeFormatter.ISO_WEEK_DATE);
                yield new Span(week.substring(0, week.length() - 2), monday, monday.plusDays(6));
            }
            case MONTHLY -> {
                YearMonth month = YearMonth.from(day);
                yield new Span(month.toString(), month.atDay(1), month.atEndOfMonth());
            }
        };
    }

    public Span before(Span span) {
        return around(span.from().minusDays(1));
    }

    /** A period. @param text as it is written @param to its last day */
    public record Span(String text, LocalDate from, LocalDate to) {}
}
