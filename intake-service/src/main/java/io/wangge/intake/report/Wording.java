package io.wangge.intake.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Strings as clients write them. */
final class Wording {
    private Wording() {}

    /** Without blanks around it; null when nothing is left. */
    static @Nullable String trimmed(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String stripped = value.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** Characters as people count them: a rare Han character or an emoji is one, though Java needs two chars for it. */
    static int lengthOf(String value) {
        return value.codePointCount(0, value.length());
    }

    /** Half a surrogate pair has no UTF-8 and no canonical JSON (RFC 8785): the ledger could not chain it. */
    static boolean isWellFormed(String value) {
        return value.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** RFC 3339 with offset, to the millisecond. */
    static Optional<Instant> time(String value) {
        try {
            Instant exact = OffsetDateTime.parse(value.strip()).toInstant();
            return Optional.of(Instant.ofEpochMilli(exact.toEpochMilli()));
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
