package io.wangge.dispatch.files;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.wire.EventJson;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.ReferenceKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/**
 * A folder with all kinds of reference data: {@code ladder.json}, {@code units.csv}, {@code grids.geojson}, {@code
 * staff.json}, {@code categories.csv}, {@code rules.json}, {@code calendar.json}; and, where the district
 * has them, {@code district.json}, {@code mandates.json}, {@code duties.json}, {@code contacts.json}, {@code
 * escalation-policies.json}, {@code case-policy.json}, {@code assets.csv}.
 */
public final class ReferenceFiles {
    /** A service does not start to work with half a file. */
    private static final Consumer<BadFile> STRICT = fault -> {
        throw fault;
    };

    /** What a district can do without, each as {@code {"rows": […]}}. */
    private static final SortedMap<ReferenceKind, String> TABLES = new TreeMap<>(Map.of(
            ReferenceKind.DISTRICT, "district.json",
            ReferenceKind.MANDATE, "mandates.json",
            ReferenceKind.DUTY_ROSTER, "duties.json",
            ReferenceKind.GRID_CONTACT, "contacts.json",
            ReferenceKind.ESCALATION_POLICY, "escalation-policies.json",
            ReferenceKind.CASE_POLICY, "case-policy.json"));

    private static final String ASSETS = "assets.csv";

    private final Source source;

    /** Gives the whole of one file. */
    private interface Source {
        byte[] read(String name) throws IOException;

        boolean has(String name);
    }

    private ReferenceFiles(Source source) {
        this.source = source;
    }

    /** The fictional district 云山区 that comes with the product. */
    public static ReferenceFiles demo() {
        return new ReferenceFiles(inTheJar("/demo/"));
    }

    /** What holds in a district that says nothing of it: escalation policies and case policy. */
    public static List<Content> usual() {
        return new ReferenceFiles(inTheJar("/usual/")).tables();
    }

    private static Source inTheJar(String folder) {
        return new Source() {
            @Override
            public byte[] read(String name) throws IOException {
                try (InputStream in = ReferenceFiles.class.getResourceAsStream(folder + name)) {
                    if (in == null) {
                        throw new IOException("not in the jar");
                    }
                    return in.readAllBytes();
                }
            }

            @Override
            public boolean has(String name) {
                return ReferenceFiles.class.getResource(folder + name) != null;
            }
        };
    }

    public static ReferenceFiles in(Path folder) {
        return new ReferenceFiles(new Source() {
            @Override
            public byte[] read(String name) throws IOException {
                return Files.readAllBytes(folder.resolve(name));
            }

            @Override
            public boolean has(String name) {
                return Files.exists(folder.resolve(name));
            }
        });
    }

    /** @throws BadFile when one is missing or not as it should be */
    public List<Content> read() {
        List<Content> contents = new ArrayList<>(List.of(
                new Content.Items(
                        ReferenceKind.LADDER, List.of(new LadderItem("ladder", 0, json("ladder.json", Ladder.class)))),
                new Content.Items(ReferenceKind.UNIT, items(OrganisationFiles.units(csv("units.csv"), STRICT))),
                new Content.Items(ReferenceKind.GRID, grids()),
                new Content.Items(ReferenceKind.STAFF, staff()),
                new Content.Items(
                        ReferenceKind.CATEGORY, items(OrganisationFiles.categories(csv("categories.csv"), STRICT))),
                new Content.Rules(Arrays.stream(json("rules.json", RuleRow[].class))
                        .map(RuleRow::toRule)
                        .toList()),
                calendar()));
        contents.addAll(tables());
        if (source.has(ASSETS)) {
            contents.add(new Content.Table(ReferenceKind.ASSET, OrganisationFiles.assets(csv(ASSETS), STRICT)));
        }
        return List.copyOf(contents);
    }

    private List<Content> tables() {
        return TABLES.entrySet().stream()
                .filter(table -> source.has(table.getValue()))
                .map(table -> table(table.getKey(), table.getValue()))
                .toList();
    }

    private Content table(ReferenceKind kind, String file) {
        try {
            return SentContent.read(kind, bytes(file));
        } catch (SentContent.Unreadable e) {
            throw new BadFile(file, String.valueOf(e.getMessage()));
        }
    }

    private List<Item> grids() {
        return items(GridGeoJson.read("grids.geojson", bytes("grids.geojson"), STRICT));
    }

    private static List<Item> items(List<? extends Item> items) {
        return List.copyOf(items);
    }

    private record Person(String id, String name, List<Grant> grants) {}

    private List<Item> staff() {
        return Arrays.stream(json("staff.json", Person[].class))
                .map(person -> (Item) new StaffItem(person.id(), 0, person.name(), person.grants()))
                .toList();
    }

    private Content calendar() {
        String file = "calendar.json";
        try {
            return json(file, CalendarFile.class).toContent();
        } catch (IllegalArgumentException e) {
            throw new BadFile(file, String.valueOf(e.getMessage()));
        }
    }

    private CsvFile csv(String name) {
        return CsvFile.parse(name, new String(bytes(name), StandardCharsets.UTF_8));
    }

    private <T> T json(String name, Class<T> type) {
        try {
            return EventJson.MAPPER.readValue(bytes(name), type);
        } catch (JacksonException e) {
            throw new BadFile(name, e.getOriginalMessage());
        }
    }

    private byte[] bytes(String name) {
        try {
            return source.read(name);
        } catch (IOException e) {
            throw new BadFile(name, "cannot be read: " + e.getMessage());
        }
    }
}
