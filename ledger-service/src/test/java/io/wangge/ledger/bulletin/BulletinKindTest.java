package io.wangge.ledger.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.ledger.bulletin.BulletinKind.Span;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulletinKindTest {
    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-03-01, 2026-03-01, 2026-03-01, 2026-02-28",
        "WEEKLY, 2026-W01, 2025-12-29, 2026-01-04, 2025-W52",
        "WEEKLY, 2026-W53, 2026-12-28, 2027-01-03, 2026-W52",
        "MONTHLY, 2028-02, 2028-02-01, 2028-02-29, 2028-01"
    })
    void aPeriodHasItsDaysAndTheOneBefore(BulletinKind kind, String text, LocalDate from, LocalDate to, String before) {
        Span span = kind.span(text).orElseThrow();

        assertThat(span).isEqualTo(new Span(text, from, to));
        assertThat(kind.before(span).text()).isEqualTo(before);
        assertThat(kind.around(to)).isEqualTo(span);
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-02-30",
        "DAILY, 2026-W10",
        "WEEKLY, 2026-W54",
        "WEEKLY, 2026-10",
        "MONTHLY, 2026-13",
        "MONTHLY, soon",
        "DAILY, ''"
    })
    void whatIsNoPeriodOfTheKindIsNone(BulletinKind kind, String text) {
        assertThat(kind.span(text)).isEmpty();
    }

    @Test
    void isKnownByItsCode() {
        assertThat(BulletinKind.of("weekly")).contains(BulletinKind.WEEKLY);
        assertThat(BulletinKind.of("WEEKLY")).isEmpty();
    }
}
