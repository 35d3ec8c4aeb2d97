package io.wangge.ledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.kit.problem.ProblemLanguage;
import io.wangge.kit.problem.ProblemTexts;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {
    private final ProblemTexts texts = ProblemTexts.of("ledger");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "round-ended",
                "fault-not-judged",
                "doer-cannot-ask",
                "too-many-attempts",
                "verification-running",
                "period-reversed",
                "period-too-long",
                "recount-running",
                "rebuild-running",
                "archive-away",
                "claimed-by-another",
                "reporter-not-named",
                "reporter-unknown",
                "reporter-answered",
                "nothing-to-judge",
                "formula-draft-changed",
                "formula-backdated",
                "formula-broken",
                "month-not-over",
                "unit-not-scored",
                "case-not-overdue",
                "appeal-too-late",
                "appealed-already",
                "appeal-own-unit",
                "appeal-decided",
                "bulletin-in-future",
                "print-font-missing",
                "print-busy",
                "link-unknown",
                "device-unknown",
                "link-expired",
                "link-used",
                "not-a-criticism",
                "award-paid-already",
                "award-revoked",
                "revoked-already",
                "notice-too-short",
                "closes-before-it-opens",
                "wrong-number-of-judges",
                "not-a-judge",
                "scoring-not-open",
                "scoring-over",
                "scoring-still-open",
                "voted-already",
                "ballot-not-whole",
                "score-out-of-range",
                "same-id-other-content",
                "invalid-field",
                "not-found",
                "not-allowed",
                "outcome-unknown",
                "outbox-full"
            })
    void everyCodeHasItsTextsInBothLanguages(String code) {
        for (ProblemLanguage language : ProblemLanguage.values()) {
            for (String part : new String[] {".title", ".detail", ".remedy"}) {
                assertThat(texts.text(
                                language,
                                code + part,
                                Map.ofEntries(
                                        Map.entry("limit", 50),
                                        Map.entry("from", "2026-03-02"),
                                        Map.entry("to", "2026-03-01"),
                                        Map.entry("until", "18:00"),
                                        Map.entry("first", "2026-03"),
                                        Map.entry("count", 2),
                                        Map.entry("where", "lines[0]"),
                                        Map.entry("zh", "除数恒为零"),
                                        Map.entry("en", "it divides by zero"),
                                        Map.entry("month", "2026-03"),
                                        Map.entry("day", "2026-03-02"),
                                        Map.entry("period", "2026-W10"))))
                        .as(language + " " + code + part)
                        .hasValueSatisfying(
                                text -> assertThat(text).isNotBlank().doesNotContain("{limit}"));
            }
        }
    }
}
