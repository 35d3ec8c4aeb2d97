package io.wangge.ledger.http.score;

import io.wangge.kit.problem.ProblemException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Months as they are sent: {@code 2026-03}. */
final class ScoreQuery {
    private ScoreQuery() {}

    /** @throws ProblemException {@code invalid-field} for what is none */
    static YearMonth month(String field, @Nullable String text) {
        if (text == null) {
            throw ProblemException.invalid(field, "required");
        }
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= 1900 && month.getYear() <= 9999) {
                return month;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw ProblemException.invalid(field, "bad-format");
    }

    static @Nullable YearMonth monthOrAny(String field, @Nullable String text) {
        return text == null || text.isEmpty() ? null : month(field, text);
    }
}
