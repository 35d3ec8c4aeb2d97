package io.wangge.gateway.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wangge.gateway.settings.GatewaySettings;
import io.wangge.gateway.settings.Maps;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** What lies under the grids on a map, for every page, with a login or without: it says nothing of anybody. */
@RestController
@Tag(name = "map", description = "底图 · Base map")
class MapController {
    private static final String BASE = "/map/base.geojson";
    private static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");

    private final Maps settings;
    private final BaseMap base;

    MapController(GatewaySettings settings, BaseMap base) {
        this.settings = settings.map();
        this.base = base;
    }

    /** @param system WGS84 or GCJ02 */
    record Tiles(
            String url,
            String system,
            int deepest,
            @Nullable String credit) {}

    /**
     * @param base where the base map is; absent when there is none
     * @param centre longitude and latitude; absent when nobody said
     */
    record Answer(
            @Nullable String base,
            @Nullable Tiles tiles,
            @Nullable List<Double> centre) {}

    @GetMapping("/map/settings.json")
    @Operation(summary = "地图设置 · Whether there are a base map and tiles, and where")
    ResponseEntity<Answer> settings() {
        String template = settings.tiles();
        List<Double> centre = settings.centrePosition();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(new Answer(
                        base.sheet() == null ? null : BASE,
                        template == null
                                ? null
                                : new Tiles(
                                        template, settings.tilesIn().name(), settings.deepestTile(), settings.credit()),
                        centre.isEmpty() ? null : centre));
    }

    /** Features carry {@code layer} road, water, green, building or place, and {@code nameZh}, {@code nameEn}. */
    @GetMapping(BASE)
    @Operation(summary = "底图 · Roads, waters, buildings and named places as GeoJSON, WGS-84")
    @Nullable
    ResponseEntity<byte[]> base(
            ServerWebExchange exchange,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
        BaseMap.Sheet sheet = base.sheet();
        if (sheet == null) {
            throw new ProblemException(404, ProblemCodes.NOT_FOUND);
        }
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.setCacheControl(CacheControl.noCache());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (exchange.checkNotModified(sheet.etag())) {
            return null;
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(GEOJSON);
        return encodings.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(sheet.pressed())
                : answer.body(sheet.plain());
    }
}
