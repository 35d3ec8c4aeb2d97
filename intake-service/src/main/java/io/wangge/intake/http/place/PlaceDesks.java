package io.wangge.intake.http.place;

import io.wangge.intake.desk.FindPlaces;
import io.wangge.intake.desk.RunningNumbers;
import io.wangge.intake.gazetteer.Gazetteer;
import io.wangge.kit.search.SearchTerms;
import io.wangge.kit.settings.GridSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of places. */
@Configuration(proxyBeanMethods = false)
class PlaceDesks {
    @Bean
    FindPlaces findPlaces(Gazetteer gazetteer, RunningNumbers numbers) {
        return new FindPlaces(gazetteer, numbers, SearchTerms::of);
    }

    /** The demo's places, where nobody has brought others. */
    @Bean
    ApplicationRunner demoPlaces(FindPlaces places, GridSettings grid) {
        return arguments -> {
            if (grid.demoData() && places.isEmpty()) {
                try (InputStream file = PlaceDesks.class.getResourceAsStream("/demo/places.csv")) {
                    places.replace(PlacesFile.read(Objects.requireNonNull(file).readAllBytes())
                            .places());
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
    }
}
