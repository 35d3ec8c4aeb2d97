package io.wangge.ledger.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.ledger.figures.Days;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastTest {
    /** 14:30 in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-11-23T06:30:00Z");

    @Test
    void yesterdayAtThisHourIsTheLastMomentUpToIt() {
        Instant thisHour = NOW.minus(Duration.ofDays(1));
        List<Moment> moments = List.of(
                moment(thisHour.minus(Duration.ofMinutes(12)), 80, 7),
                moment(thisHour.minus(Duration.ofMinutes(2)), 82, 8),
                moment(thisHour.plus(Duration.ofMinutes(8)), 90, 9));

        assertThat(Past.of(moments, NOW).yesterday()).isEqualTo(moments.get(1));
    }

    @Test
    void nothingIsHeldAgainstTodayWhenNobodyCountedAroundThisHour() {
        Instant longAgo = NOW.minus(Duration.ofDays(1)).minus(Duration.ofMinutes(40));
        assertThat(Past.of(List.of(moment(longAgo, 80, 7)), NOW).yesterday()).isNull();
        assertThat(Past.of(List.of(), NOW)).isEqualTo(Past.NONE);
    }

    @Test
    void justAfterMidnightYesterdayIsTheDayBefore() {
        Instant midnight = Instant.parse("2026-11-22T16:05:00Z");
        Instant before = midnight.minus(Duration.ofDays(1)).minus(Duration.ofMinutes(20));
        // 23:45 of the day before yesterday is no early hour of yesterday.
        assertThat(Past.of(List.of(moment(before, 300, 200)), midnight).yesterday())
                .isNull();
    }

    @Test
    void hoursSumWhatCameBetweenMomentsAndBeginAnewAtMidnight() {
        List<Moment> moments = new ArrayList<>();
        Instant evening = Instant.parse("2026-11-22T15:00:00Z");
        for (int i = 0; i < 6; i++) {
            moments.add(moment(evening.plus(Duration.ofMinutes(10L * i + 9)), 100 + i, 50 + i));
        }
        Instant morning = Instant.parse("2026-11-22T16:00:00Z");
        moments.add(moment(morning.plus(Duration.ofMinutes(9)), 4, 1));
        moments.add(moment(morning.plus(Duration.ofMinutes(19)), 7, 1));

        List<Past.Hour> hours = Past.of(moments, NOW).hours();

        assertThat(hours).extracting(Past.Hour::from).containsExactly(evening, morning);
        assertThat(hours).extracting(Past.Hour::reported).containsExactly(5L, 7L);
        assertThat(hours).extracting(Past.Hour::closed).containsExactly(5L, 1L);
    }

    @Test
    void anHourInWhichNobodyCountedIsLeftOutAndNotCalledEmpty() {
        Instant morning = Instant.parse("2026-11-23T00:00:00Z");
        List<Moment> moments = List.of(
                moment(morning.plus(Duration.ofMinutes(9)), 10, 1),
                moment(morning.plus(Duration.ofMinutes(19)), 12, 1),
                moment(morning.plus(Duration.ofHours(3)), 40, 9),
                moment(morning.plus(Duration.ofHours(3)).plus(Duration.ofMinutes(10)), 44, 9));

        assertThat(Past.of(moments, NOW).hours())
                .extracting(Past.Hour::reported)
                .containsExactly(2L, 4L);
    }

    private static Moment moment(Instant at, long reported, long closed) {
        return new Moment("u", at, Days.number(at), reported, reported, closed, 30, 2);
    }
}
