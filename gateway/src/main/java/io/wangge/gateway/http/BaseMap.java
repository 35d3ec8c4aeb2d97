package io.wangge.gateway.http;

import io.wangge.gateway.settings.GatewaySettings;
import io.wangge.kit.settings.GridSettings;
import io.wangge.kit.settings.StartRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** 底图: the file under the grids, read once and kept pressed, as it is sent to every browser that opens a map. */
@Component
class BaseMap {
    private static final String DEMO = "/map/demo.geojson";

    private final @Nullable Sheet sheet;

    /** The file as it is and pressed by gzip, with the tag by which a browser asks whether its copy is still good. */
    record Sheet(byte[] plain, byte[] pressed, String etag) {}

    /** @throws StartRefused when the named file is no GeoJSON */
    BaseMap(GatewaySettings settings, GridSettings grid) {
        Path file = settings.map().base();
        byte[] plain = bytes(file, grid.demoData());
        StartRefused.unless(
                plain == null || isFeatureCollection(plain),
                "grid.map.base",
                String.valueOf(file),
                "it must be a GeoJSON file whose type is FeatureCollection");
        sheet = plain == null ? null : new Sheet(plain, press(plain), "\"" + digest(plain) + "\"");
    }

    /** @return null when this deployment has none */
    @Nullable
    Sheet sheet() {
        return sheet;
    }

    private static byte @Nullable [] bytes(@Nullable Path file, boolean demo) {
        try {
            if (file != null) {
                return Files.readAllBytes(file);
            }
            if (!demo) {
                return null;
            }
            try (InputStream own = BaseMap.class.getResourceAsStream(DEMO)) {
                return own == null ? null : own.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The base map cannot be read: " + file, e);
        }
    }

    /** Looked through to its end: half a file is worse than none. */
    private static boolean isFeatureCollection(byte[] written) {
        boolean named = false;
        try (JsonParser parser = JsonMapper.shared().createParser(written)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean type = "type".equals(parser.currentName());
                parser.nextToken();
                named |= type && "FeatureCollection".equals(parser.getString());
                parser.skipChildren();
            }
            return named;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static byte[] press(byte[] plain) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(all)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }

    private static String digest(byte[] plain) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
