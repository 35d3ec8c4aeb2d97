package io.wangge.intake.report;

import io.wangge.intake.place.CoordinateSystem;
import io.wangge.intake.place.Fix;
import io.wangge.intake.report.ReportForm.Position;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a form must keep where it says where. */
final class PlaceRules {
    static final int ADDRESS_LIMIT = 200;
    /** A position by the nearest mast may be off by kilometres; beyond this it says nothing. */
    static final double WORST_ACCURACY_METRES = 100_000;

    private PlaceRules() {}

    static Stream<FieldFault> location(@Nullable Position location) {
        if (location == null) {
            return Stream.empty();
        }
        List<@Nullable Double> pair = location.coordinates();
        if (!"Point".equals(location.type()) || pair == null || pair.size() < 2 || pair.size() > 3) {
            return Stream.of(FieldFault.of("location", "not-a-point"));
        }
        return coordinates(pair.get(0), pair.get(1));
    }

    private static Stream<FieldFault> coordinates(@Nullable Double longitude, @Nullable Double latitude) {
        if (longitude == null || latitude == null) {
            return Stream.of(FieldFault.of("location.coordinates", "not-on-earth"));
        }
        // First, as most swapped pairs of China are no point on earth at all, and this remedy helps more.
        String doubt = Fix.doubt(longitude, latitude)
                .orElse(within(longitude, 180) && within(latitude, 90) ? null : "not-on-earth");
        return doubt == null ? Stream.empty() : Stream.of(FieldFault.of("location.coordinates", doubt));
    }

    /** False for NaN and the infinities too. */
    private static boolean within(double degrees, int limit) {
        return Math.abs(degrees) <= limit;
    }

    static Stream<FieldFault> description(ReportForm form) {
        Double accuracy = form.accuracyMetres();
        boolean accurate = accuracy == null || accuracy >= 0 && accuracy <= WORST_ACCURACY_METRES;
        return Stream.of(
                        ReportRules.oneOf("coordinateSystem", form.coordinateSystem(), CoordinateSystem.values()),
                        accurate
                                ? Stream.<FieldFault>empty()
                                : Stream.of(new FieldFault(
                                        "accuracyMetres", "out-of-range", Map.of("min", 0, "max", 100_000))),
                        ReportRules.wording("address", form.address(), ADDRESS_LIMIT))
                .flatMap(faults -> faults);
    }
}
