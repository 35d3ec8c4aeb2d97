package io.wangge.intake.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a small form one by one and gathers everything that is wrong with it. */
public final class FormFields {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final List<FieldFault> faults = new ArrayList<>();

    /** Empty when all fields were right. */
    public List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    public void fault(FieldFault fault) {
        faults.add(fault);
    }

    /** @return in lower case; empty when it is none, which is then noted */
    public String uuid(String field, @Nullable String value) {
        if (value == null) {
            faults.add(FieldFault.of(field, "required"));
            return "";
        }
        if (!UUID.matcher(value.strip()).matches()) {
            faults.add(FieldFault.of(field, "not-a-uuid"));
            return "";
        }
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /** @param limit in characters @return trimmed; empty when it is missing or too long, which is then noted */
    public String text(String field, @Nullable String value, int limit) {
        String trimmed = optional(field, value, limit);
        if (trimmed == null && faults.stream().noneMatch(fault -> fault.field().equals(field))) {
            faults.add(FieldFault.of(field, "required"));
        }
        return trimmed == null ? "" : trimmed;
    }

    /** As {@link #text}, but it may be missing. */
    public @Nullable String optional(String field, @Nullable String value, int limit) {
        List<FieldFault> wrong = ReportRules.wording(field, value, limit).toList();
        faults.addAll(wrong);
        return wrong.isEmpty() ? Wording.trimmed(value) : null;
    }

    /** A code of letters, digits and {@code . _ : -}, such as an id that another system made. */
    public String code(String field, @Nullable String value, int limit) {
        String text = text(field, value, limit);
        if (!text.isEmpty() && !text.matches("[0-9A-Za-z._:-]+")) {
            faults.add(FieldFault.of(field, "not-a-code"));
            return "";
        }
        return text;
    }

    /** RFC 3339 with offset. */
    public @Nullable Instant time(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        Optional<Instant> time = Wording.time(value);
        if (time.isEmpty()) {
            faults.add(FieldFault.of(field, "not-a-time"));
        }
        return time.orElse(null);
    }

    /** One of the names of an enum; the first of them stands in when it is none, which is then noted. */
    public <E extends Enum<E>> E oneOf(String field, @Nullable String value, Class<E> type) {
        for (E known : type.getEnumConstants()) {
            if (known.name().equals(value)) {
                return known;
            }
        }
        if (value == null) {
            faults.add(FieldFault.of(field, "required"));
        } else {
            faults.addAll(
                    ReportRules.oneOf(field, value, type.getEnumConstants()).toList());
        }
        return type.getEnumConstants()[0];
    }

    /** A GeoJSON point in WGS-84. */
    public void point(String field, ReportForm.Position location) {
        PlaceRules.location(location)
                .map(fault ->
                        new FieldFault(fault.field().replaceFirst("^location", field), fault.reason(), fault.facts()))
                .forEach(faults::add);
    }

    /** A number within bounds; {@code least} stands in when it is not, which is then noted. */
    public double number(String field, @Nullable Double value, double least, double most) {
        if (value == null) {
            faults.add(FieldFault.of(field, "required"));
            return least;
        }
        if (!(value >= least && value <= most)) {
            faults.add(new FieldFault(field, "out-of-range", Map.of("min", least, "max", most)));
            return least;
        }
        return value;
    }
}
