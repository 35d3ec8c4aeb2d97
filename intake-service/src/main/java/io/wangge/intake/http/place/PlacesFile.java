package io.wangge.intake.http.place;

import io.wangge.contracts.GeoPoint;
import io.wangge.intake.gazetteer.Place;
import io.wangge.intake.place.CoordinateSystem;
import io.wangge.intake.place.Fix;
import io.wangge.intake.report.FieldFault;
import io.wangge.kit.search.SearchTerms;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A gazetteer as a CSV file: {@code id,name,kind,address,longitude,latitude,system,aliases}, or the same in Chinese. UTF-8,
 * or GB18030 as Chinese spreadsheets write it. Aliases stand with {@code |} between.
 *
 * @param faults at most {@link #MOST_FAULTS}, each with its line
 */
record PlacesFile(List<Place> places, int rows, List<FieldFault> faults) {
    static final int MOST_ROWS = 100_000;
    static final int MOST_FAULTS = 100;
    private static final int LONGEST = 200;

    private static final Map<String, String> CHINESE = Map.of(
            "编号",
            "id",
            "名称",
            "name",
            "类型",
            "kind",
            "地址",
            "address",
            "经度",
            "longitude",
            "纬度",
            "latitude",
            "坐标系",
            "system",
            "别名",
            "aliases");

    static PlacesFile read(byte[] bytes) {
        List<Place> places = new ArrayList<>();
        List<FieldFault> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int rows = 0;
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new StringReader(text(bytes)))) {
            Map<String, Integer> columns = columns(parser.getHeaderNames());
            for (String needed : List.of("name", "longitude", "latitude")) {
                if (!columns.containsKey(needed)) {
                    faults.add(new FieldFault("line 1: " + needed, "required", Map.of()));
                }
            }
            if (!faults.isEmpty()) {
                return new PlacesFile(List.of(), 0, faults);
            }
            for (CSVRecord record : parser) {
                rows++;
                if (rows > MOST_ROWS) {
                    faults.add(new FieldFault("line " + rows, "too-many", Map.of("max", MOST_ROWS)));
                    break;
                }
                // The heading is a record too, and lines count from 1.
                new Line(record, columns, record.getRecordNumber() + 1, ids).read(places, faults);
                if (faults.size() >= MOST_FAULTS) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            // A quote that nothing ends, or a column that stands twice.
            faults.add(new FieldFault("line " + (rows + 2), "not-csv", Map.of()));
        }
        return new PlacesFile(places, rows, faults);
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Map<String, Integer> columns(List<String> names) {
        Map<String, Integer> columns = new HashMap<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index).strip().toLowerCase(Locale.ROOT);
            columns.put(CHINESE.getOrDefault(name, name), index);
        }
        return columns;
    }

    private record Line(CSVRecord record, Map<String, Integer> columns, long number, Set<String> ids) {
        void read(List<Place> places, List<FieldFault> faults) {
            List<FieldFault> here = new ArrayList<>();
            String name = cell("name");
            if (name == null) {
                here.add(fault("name", "required", Map.of()));
            }
            for (String column : List.of("name", "kind", "address", "aliases", "id")) {
                String value = cell(column);
                if (value != null && value.length() > LONGEST) {
                    here.add(fault(column, "too-long", Map.of("max", LONGEST)));
                }
            }
            CoordinateSystem system = system(here);
            Double longitude = degrees("longitude", 180, here);
            Double latitude = degrees("latitude", 90, here);
            if (longitude != null && latitude != null) {
                Fix.doubt(longitude, latitude).ifPresent(doubt -> here.add(fault("longitude", doubt, Map.of())));
            }
            String id = cell("id") == null ? "line-" + number : cell("id");
            if (!ids.add(String.valueOf(id))) {
                here.add(fault("id", "stands-twice", Map.of()));
            }
            faults.addAll(here);
            if (here.isEmpty() && name != null && longitude != null && latitude != null) {
                places.add(place(String.valueOf(id), name, system.toWgs84(GeoPoint.of(longitude, latitude))));
            }
        }

        private Place place(String id, String name, GeoPoint location) {
            Set<String> keys = new LinkedHashSet<>();
            Set<String> terms = new LinkedHashSet<>();
            List<String> names = new ArrayList<>(List.of(name));
            String aliases = cell("aliases");
            if (aliases != null) {
                names.addAll(List.of(aliases.split("[|｜]")));
            }
            for (String each : names) {
                String lower = each.strip().toLowerCase(Locale.ROOT);
                if (!lower.isEmpty()) {
                    Pinyin typed = Pinyin.of(lower);
                    keys.add(lower);
                    keys.add(typed.full());
                    keys.add(typed.initials());
                    terms.addAll(SearchTerms.of(lower));
                }
            }
            keys.remove("");
            String address = cell("address");
            if (address != null) {
                terms.addAll(SearchTerms.of(address));
            }
            return new Place(id, name, cell("kind"), address, location, keys, terms);
        }

        private CoordinateSystem system(List<FieldFault> here) {
            String written = cell("system");
            if (written == null) {
                return CoordinateSystem.WGS84;
            }
            for (CoordinateSystem system : CoordinateSystem.values()) {
                if (system.name().equals(written.toUpperCase(Locale.ROOT).replace("-", ""))) {
                    return system;
                }
            }
            here.add(fault("system", "unknown-value", Map.of("allowed", "WGS84, GCJ02")));
            return CoordinateSystem.WGS84;
        }

        private @Nullable Double degrees(String column, int limit, List<FieldFault> here) {
            String written = cell(column);
            if (written == null) {
                here.add(fault(column, "required", Map.of()));
                return null;
            }
            try {
                double degrees = Double.parseDouble(written);
                if (Math.abs(degrees) <= limit) {
                    return degrees;
                }
            } catch (NumberFormatException e) {
                // Told below, with what lies outside.
            }
            here.add(fault(column, "out-of-range", Map.of("min", -limit, "max", limit)));
            return null;
        }

        private FieldFault fault(String column, String reason, Map<String, Object> facts) {
            return new FieldFault("line " + number + ": " + column, reason, facts);
        }

        private @Nullable String cell(String column) {
            Integer index = columns.get(column);
            if (index == null || index >= record.size()) {
                return null;
            }
            String value = record.get(index).strip();
            return value.isEmpty() ? null : value;
        }
    }
}
