package io.wangge.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.gateway.settings.GatewaySettings;
import io.wangge.kit.settings.GridSettings;
import io.wangge.kit.settings.StartRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BaseMapTest {
    @TempDir
    Path folder;

    @Test
    void aDistrictsOwnFileIsSentAsItIsEvenWithDemoData() throws IOException {
        String own = "{\"features\":[],\"type\":\"FeatureCollection\"}";
        BaseMap map = map(written(own), true);
        assertThat(new String(map.sheet().plain(), StandardCharsets.UTF_8)).isEqualTo(own);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(map.sheet().pressed())).readAllBytes())
                .isEqualTo(map.sheet().plain());
    }

    @Test
    void withoutAFileThereIsAMapOfTheDemoAndOfNothingElse() {
        assertThat(map(null, true).sheet()).isNotNull();
        assertThat(map(null, false).sheet()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "roads", "[]", "{\"type\":\"Feature\"}", "{\"type\":\"FeatureCollection\",\"features\":[{"})
    void whatIsNoWholeGeoJsonStopsTheStart(String content) {
        assertThatThrownBy(() -> map(written(content), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("grid.map.base");
    }

    private Path written(String content) throws IOException {
        return Files.writeString(folder.resolve("base.geojson"), content);
    }

    private static BaseMap map(@Nullable Path file, boolean demo) {
        Map<String, String> all = new HashMap<>(Map.of("grid.service", "gateway", "grid.demo-data", "" + demo));
        if (file != null) {
            all.put("grid.map.base", file.toString());
        }
        Binder binder = new Binder(new MapConfigurationPropertySource(all));
        return new BaseMap(
                binder.bindOrCreate("grid", GatewaySettings.class), binder.bindOrCreate("grid", GridSettings.class));
    }
}
