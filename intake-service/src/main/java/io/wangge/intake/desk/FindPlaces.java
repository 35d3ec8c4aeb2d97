package io.wangge.intake.desk;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.intake.gazetteer.Gazetteer;
import io.wangge.intake.gazetteer.Place;
import io.wangge.intake.place.Metres;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds places by name, pinyin or initials, by where they are, or both; brings in a new gazetteer. */
public final class FindPlaces {
    /** Of so many that begin alike the nearest are shown; who means another types on. */
    private static final int LOOKED_AT = 200;

    private static final int FAR_METRES = 3000;
    private final Gazetteer gazetteer;
    private final RunningNumbers editions;
    private final Function<String, Set<String>> searchTerms;

    public FindPlaces(Gazetteer gazetteer, RunningNumbers editions, Function<String, Set<String>> searchTerms) {
        this.gazetteer = gazetteer;
        this.editions = editions;
        this.searchTerms = searchTerms;
    }

    /** @param metres from where was asked; null when it was not said */
    public record Found(Place place, @Nullable Long metres) {}

    /** Those that begin so first, then those that hold it; each group the nearest first. */
    public List<Found> find(@Nullable String asked, @Nullable GeoPoint near, int atMost) {
        String typed =
                asked == null ? "" : asked.replaceAll("\\p{Cntrl}", " ").strip().toLowerCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return near == null
                    ? List.of()
                    : gazetteer.near(near, FAR_METRES, atMost).stream()
                            .map(place -> found(place, near))
                            .toList();
        }
        Map<String, Found> all = new LinkedHashMap<>();
        sorted(gazetteer.beginning(typed, LOOKED_AT), near)
                .forEach(found -> all.put(found.place().id(), found));
        Set<String> terms = searchTerms.apply(typed);
        if (all.size() < atMost && !terms.isEmpty()) {
            sorted(gazetteer.holding(terms, LOOKED_AT), near)
                    .forEach(found -> all.putIfAbsent(found.place().id(), found));
        }
        return all.values().stream().limit(atMost).toList();
    }

    private static List<Found> sorted(List<Place> places, @Nullable GeoPoint near) {
        return places.stream()
                .map(place -> found(place, near))
                .sorted(Comparator.comparing(Found::metres, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(found -> found.place().name().length())
                        .thenComparing(found -> found.place().name())
                        .thenComparing(found -> found.place().id()))
                .toList();
    }

    private static Found found(Place place, @Nullable GeoPoint near) {
        return new Found(place, near == null ? null : Math.round(Metres.between(near, place.location())));
    }

    public static Optional<Refused> mayImport(Caller caller) {
        return caller.has(Role.ADMIN) ? Optional.empty() : Optional.of(Refused.of("not-allowed"));
    }

    /** @return the edition */
    public long replace(List<Place> places) {
        long edition = editions.next("gazetteer");
        gazetteer.replace(edition, places);
        return edition;
    }

    public boolean isEmpty() {
        return gazetteer.edition() == 0;
    }
}
