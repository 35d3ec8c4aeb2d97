package io.wangge.intake.http.topic;

import io.wangge.contracts.Refused;
import io.wangge.intake.desk.PublicProjects.Outcome;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FieldFault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of projects and lists as they were handed in. Each throws what is wrong with it. */
final class ProjectFields {
    /** Of a title or an id. */
    static final int TITLE = 100;

    private ProjectFields() {}

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T now) -> now;
            case Outcome.No<T>(Refused refused) -> throw Faults.refused(refused);
        };
    }

    static String text(String field, @Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            throw Faults.problem(List.of(FieldFault.of(field, "required")));
        }
        if (value.codePointCount(0, value.length()) > most) {
            throw Faults.problem(List.of(new FieldFault(field, "too-long", Map.of("max", most))));
        }
        // Half a character has no UTF-8, and no store takes it.
        if (value.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
            throw Faults.problem(List.of(FieldFault.of(field, "not-well-formed")));
        }
        return value.strip();
    }

    static @Nullable String orNothing(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : text(field, value, TITLE);
    }

    static <E extends Enum<E>> E oneOf(String field, @Nullable String value, E[] values) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(value == null ? "" : value.toUpperCase(Locale.ROOT)))
                .findAny()
                .orElseThrow(() -> Faults.unknownValue(
                        field,
                        String.join(", ", Arrays.stream(values).map(Enum::name).toList())));
    }
}
