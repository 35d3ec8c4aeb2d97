package io.wangge.dispatch.routing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The mandates by category. */
final class Mandates {
    private final Map<String, List<Mandate>> byCategory;

    Mandates(List<Mandate> mandates) {
        byCategory = mandates.stream().collect(Collectors.groupingBy(Mandate::category));
    }

    /**
     * The one that holds: a delegation before the list, and the nearer place before the wider one.
     *
     * @param path ids from the top unit down to the place of the matter
     */
    Optional<Mandate> of(String category, List<String> path, LocalDate day) {
        return byCategory.getOrDefault(category, List.of()).stream()
                .filter(mandate -> mandate.holdsOn(day))
                .filter(mandate -> mandate.unitId() == null || path.contains(mandate.unitId()))
                .min(Comparator.comparing(Mandate::kind)
                        .thenComparing(mandate -> -path.indexOf(String.valueOf(mandate.unitId()))));
    }
}
