package io.wangge.gateway.settings;

import io.wangge.kit.settings.StartRefused;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What lies under the grids on every map ({@code grid.map.*}). Without any of it maps show grids and cases alone.
 *
 * @param base a GeoJSON file of roads, waters, buildings and named places, WGS-84; the demo has one of its own
 * @param tiles address of map tiles with {@code {z}}, {@code {x}} and {@code {y}} (or {@code {-y}}): a path of this host, or
 *     one host that browsers may then ask for pictures
 * @param tilesIn in which coordinate system these tiles are drawn
 * @param deepestTile the largest zoom that there are tiles for
 * @param credit whom the map is owed to, as its licence asks it to be shown
 * @param centre {@code longitude,latitude} where a map begins that knows nothing better
 */
public record Maps(
        @Nullable Path base,
        @Nullable String tiles,
        @DefaultValue("WGS84") TileSystem tilesIn,
        @DefaultValue("18") int deepestTile,
        @Nullable String credit,
        @Nullable String centre) {
    private static final Pattern PLACES = Pattern.compile("\\{[^}]*}");

    /** GCJ-02 is what 高德 and 腾讯 draw in: some hundred metres off. */
    public enum TileSystem {
        WGS84,
        GCJ02
    }

    public Maps {
        tiles = blankToNull(tiles);
        credit = blankToNull(credit);
        centre = blankToNull(centre);
        StartRefused.unless(
                base == null || Files.isReadable(base), "grid.map.base", String.valueOf(base), "it cannot be read");
        StartRefused.unless(
                tiles == null || isTemplate(tiles),
                "grid.map.tiles",
                String.valueOf(tiles),
                "it must be an address such as https://tiles.example.cn/{z}/{x}/{y}.png or a path such as /tiles/{z}/{x}/{y}.png");
        StartRefused.unless(
                deepestTile >= 1 && deepestTile <= 24,
                "grid.map.deepest-tile",
                deepestTile,
                "it must lie between 1 and 24");
        StartRefused.unless(
                centre == null || isPosition(centre),
                "grid.map.centre",
                String.valueOf(centre),
                "it must be longitude,latitude such as 120.13,30.22");
    }

    /** @return the host that pictures may come from, as a Content-Security-Policy names it; null when none but our own */
    public @Nullable String tileOrigin() {
        if (tiles == null || tiles.startsWith("/")) {
            return null;
        }
        URI address = addressOf(tiles);
        return address.getScheme() + "://" + address.getAuthority();
    }

    /** @return longitude and latitude in degrees; empty when nobody said */
    public List<Double> centrePosition() {
        return centre == null
                ? List.of()
                : Stream.of(centre.split(",", -1)).map(Double::valueOf).toList();
    }

    private static boolean isTemplate(String written) {
        if (!written.contains("{z}")
                || !written.contains("{x}")
                || !(written.contains("{y}") || written.contains("{-y}"))) {
            return false;
        }
        if (written.startsWith("/")) {
            return !written.startsWith("//");
        }
        try {
            URI address = addressOf(written);
            // Nothing of the host may vary: browsers are told of one.
            String host = address.getScheme() + "://" + address.getAuthority() + "/";
            return List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && written.startsWith(host)
                    && written.indexOf('{') >= host.length();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static URI addressOf(String template) {
        return URI.create(PLACES.matcher(template).replaceAll("0"));
    }

    private static boolean isPosition(String written) {
        String[] pair = written.split(",", -1);
        try {
            return pair.length == 2
                    && Math.abs(Double.parseDouble(pair[0])) <= 180
                    && Math.abs(Double.parseDouble(pair[1])) <= 85;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static @Nullable String blankToNull(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}
