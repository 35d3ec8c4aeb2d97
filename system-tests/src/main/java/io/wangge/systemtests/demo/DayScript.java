package io.wangge.systemtests.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The reports of the day, from {@code day.json} beside this class. */
final class DayScript {
    private static final JsonMapper JSON = JsonMapper.builder()
            // A misspelt field must not change the day in silence.
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private DayScript() {}

    static List<DayReport> load() {
        try (InputStream day = DayScript.class.getResourceAsStream("day.json")) {
            return JSON.readValue(Objects.requireNonNull(day, "day.json"), new TypeReference<List<DayReport>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
