package io.wangge.intake.open311;

import io.wangge.intake.report.FieldFault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call. An empty one is as good as none (the standard's "Optional Arguments").
 *
 * @param all by name, in the order in which they came
 */
public record Arguments(Map<String, List<String>> all) {
    /** Nobody reads more; what is longer is no list of ids but an attack. */
    private static final int MOST_IN_A_LIST = 1000;

    /** Between which dates can be reckoned with; nobody means one outside. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    @Nullable
    String one(String name) {
        return all.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Several of the same name, or one with commas. */
    List<String> several(String name) {
        return all.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .limit(MOST_IN_A_LIST)
                .toList();
    }

    /** Values of {@code attribute[CODE]} and {@code attribute[CODE][]}. */
    List<String> attribute(String code) {
        return Stream.of("attribute[" + code + "]", "attribute[" + code + "][]")
                .flatMap(name -> all.getOrDefault(name, List.of()).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Whether the deployment that is meant is this one; it is when none is named. */
    public Optional<Fault> otherJurisdiction(String ours) {
        String named = one("jurisdiction_id");
        return named == null || named.equals(ours)
                ? Optional.empty()
                : Optional.of(Fault.notFound("jurisdiction_id", "unknown-jurisdiction"));
    }

    public @Nullable String apiKey() {
        return one("api_key");
    }

    public @Nullable String serviceCode() {
        return one("service_code");
    }

    /** Extended fields of common servers. */
    public boolean isExtended() {
        return "true".equalsIgnoreCase(one("extended"));
    }

    /**
     * A time of the W3C's note: with an offset as the standard demands; a day or a time without one, which clients send all
     * the same, is taken as the district's.
     */
    @Nullable
    Instant time(String name, ZoneId zone, List<Fault> faults) {
        String said = one(name);
        if (said == null) {
            return null;
        }
        // A plus that nobody encoded arrives as a blank.
        String written = said.replace(' ', '+');
        Instant read = readTime(written, zone);
        if (read == null || read.isBefore(EARLIEST) || read.isAfter(LATEST)) {
            faults.add(new Fault(400, FieldFault.of(name, "not-a-time")));
            return null;
        }
        return read;
    }

    private static @Nullable Instant readTime(String written, ZoneId zone) {
        try {
            if (written.length() == "2026-11-23".length()) {
                return LocalDate.parse(written).atStartOfDay(zone).toInstant();
            }
            return written.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(written.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                            .toInstant()
                    : LocalDateTime.parse(written).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Nullable
    Double number(String name, List<Fault> faults) {
        String said = one(name);
        if (said == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(said);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As below.
        }
        faults.add(Fault.wrong(name, "not-a-number"));
        return null;
    }

    /** A whole number from 1 to {@code most}. */
    int count(String name, int otherwise, int most, List<Fault> faults) {
        String said = one(name);
        if (said == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(said);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As below.
        }
        faults.add(Fault.wrong(name, "out-of-range", Map.of("min", 1, "max", most)));
        return otherwise;
    }
}
