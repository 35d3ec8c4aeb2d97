package io.wangge.dispatch.http.calendar;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.clock.LimitUnit;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be computed, as it comes in.
 *
 * @param start RFC 3339 with offset, as text so that a missing offset can be told from nonsense
 * @param unitId whose calendar counts; absent for the district's
 */
record DueRequest(
        @Nullable String start,
        @Nullable LimitRequest limit,
        @Nullable String unitId) {
    /** Before and after these years no calendar was, or can be, known. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2199;

    private static final List<String> UNITS =
            Arrays.stream(LimitUnit.values()).map(Enum::name).toList();

    record LimitRequest(
            @Nullable BigDecimal amount, @Nullable String unit) {}

    /** @param unit absent for the district's calendar */
    record Question(Instant start, Limit limit, Optional<UnitItem> unit) {}

    /** @throws ProblemException 400 naming every field that is wrong */
    Question question(Directory directory) {
        List<FieldFault> faults = new ArrayList<>();
        Instant from = readStart(faults);
        Limit asked = readLimit(faults);
        Optional<UnitItem> unit = unitId == null ? Optional.empty() : directory.unit(unitId);
        if (unitId != null && unit.isEmpty()) {
            faults.add(FieldFault.of("unitId", "unknown-unit"));
        }
        if (from == null || asked == null || !faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new Question(from, asked, unit);
    }

    private @Nullable Instant readStart(List<FieldFault> faults) {
        if (start == null) {
            faults.add(FieldFault.of("start", "required"));
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(start);
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
            faults.add(new FieldFault("start", "year-out-of-range", Map.of("min", FIRST_YEAR, "max", LAST_YEAR)));
        } catch (DateTimeParseException e) {
            faults.add(FieldFault.of("start", isWithoutOffset(start) ? "no-offset" : "bad-time"));
        }
        return null;
    }

    private static boolean isWithoutOffset(String text) {
        try {
            LocalDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private @Nullable Limit readLimit(List<FieldFault> faults) {
        if (limit == null) {
            faults.add(FieldFault.of("limit", "required"));
            return null;
        }
        String unit = limit.unit();
        if (unit == null) {
            faults.add(FieldFault.of("limit.unit", "required"));
        } else if (!UNITS.contains(unit)) {
            faults.add(new FieldFault("limit.unit", "unknown-value", Map.of("allowed", UNITS)));
        }
        int most = unit != null && UNITS.contains(unit) ? Limit.most(LimitUnit.valueOf(unit)) : Integer.MAX_VALUE;
        Integer amount = readAmount(limit.amount(), most, faults);
        return unit == null || amount == null || !faults.isEmpty() ? null : new Limit(amount, LimitUnit.valueOf(unit));
    }

    /** As a decimal, since half an hour or a number of a thousand digits is to be refused and not rounded. */
    private static @Nullable Integer readAmount(@Nullable BigDecimal amount, int most, List<FieldFault> faults) {
        String field = "limit.amount";
        if (amount == null) {
            faults.add(FieldFault.of(field, "required"));
        } else if (amount.signum() <= 0) {
            faults.add(FieldFault.of(field, "not-positive"));
        } else if (amount.compareTo(BigDecimal.valueOf(most)) > 0) {
            faults.add(new FieldFault(field, "limit-too-long", Map.of("max", most)));
        } else if (amount.stripTrailingZeros().scale() > 0) {
            faults.add(FieldFault.of(field, "not-whole"));
        } else {
            return amount.intValue();
        }
        return null;
    }
}
