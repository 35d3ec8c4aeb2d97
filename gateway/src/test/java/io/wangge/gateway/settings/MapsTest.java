package io.wangge.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.gateway.settings.Maps.TileSystem;
import io.wangge.kit.settings.StartRefused;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapsTest {
    @Test
    void oneHostOfTilesIsNamedToTheBrowserAndNoPath() {
        assertThat(withTiles("https://tiles.example.cn:8443/vec/{z}/{x}/{y}.png?key=1")
                        .tileOrigin())
                .isEqualTo("https://tiles.example.cn:8443");
        assertThat(withTiles("/tiles/{z}/{x}/{-y}.png").tileOrigin()).isNull();
        assertThat(withTiles(" ").tileOrigin()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tiles.example.cn/",
                "https://{a-c}.example.cn/{z}/{x}/{y}.png",
                "//tiles.example.cn/{z}/{x}/{y}.png",
                "ftp://tiles.example.cn/{z}/{x}/{y}.png",
                "https://tiles.example.cn; script-src *//{z}/{x}/{y}.png",
            })
    void anAddressThatIsNoTemplateOfOneHostStopsTheStart(String written) {
        assertThatThrownBy(() -> withTiles(written))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("grid.map.tiles");
    }

    @Test
    void aCentreIsLongitudeBeforeLatitude() {
        assertThat(new Maps(null, null, TileSystem.WGS84, 18, null, "120.13,30.22").centrePosition())
                .containsExactly(120.13, 30.22);
        assertThatThrownBy(() -> new Maps(null, null, TileSystem.WGS84, 18, null, "30.22,120.13"))
                .hasMessageContaining("grid.map.centre");
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> new Maps(Path.of("/nowhere/base.geojson"), null, TileSystem.WGS84, 18, null, null))
                .hasMessageContaining("grid.map.base");
    }

    private static Maps withTiles(@Nullable String tiles) {
        return new Maps(null, tiles, TileSystem.WGS84, 18, null, null);
    }
}
