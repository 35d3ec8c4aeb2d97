package io.wangge.dispatch.files;

import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.wire.EventJson;
import io.wangge.dispatch.clock.CalendarYear;
import io.wangge.dispatch.clock.OfficeHours;
import io.wangge.dispatch.clock.OpeningHours;
import io.wangge.dispatch.clock.WorkdayCount;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.ReferenceKind;
import io.wangge.dispatch.routing.Rule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Contents as JSON: equal contents give equal text, so that its checksum tells whether anything changed. */
public final class ContentJson {
    private static final JsonMapper MAPPER = EventJson.MAPPER;

    private ContentJson() {}

    private record Items<T extends Item>(List<T> items) {}

    private record Rows<T extends Record>(List<T> rows) {}

    private record Rules(List<Rule> rules) {}

    /**
     * What the district does not use is absent, so that a calendar without it reads the same as before it existed.
     *
     * @param onDays ascending, as all maps here: equal contents give equal text
     */
    private record Calendar(
            ZoneId zone,
            OpeningHours hours,
            List<Year> years,
            @Nullable SortedMap<DayOfWeek, OpeningHours> onDays,
            @Nullable WorkdayCount workdayCount,
            @Nullable SortedMap<String, Office> units) {
        static Calendar of(Content.Calendar it) {
            SortedMap<String, Office> units = new TreeMap<>();
            it.units().forEach((id, office) -> units.put(id, Office.of(office)));
            return new Calendar(
                    it.zone(),
                    it.office().usual(),
                    it.years().stream().map(Year::of).toList(),
                    Office.of(it.office()).onDays(),
                    it.workdayCount() == WorkdayCount.WHOLE_DAY ? null : it.workdayCount(),
                    units.isEmpty() ? null : units);
        }

        Content.Calendar toContent() {
            Map<String, OfficeHours> own = new TreeMap<>();
            if (units != null) {
                units.forEach((id, office) -> own.put(id, office.toHours()));
            }
            return new Content.Calendar(
                    zone,
                    new Office(hours, onDays).toHours(),
                    years.stream().map(Year::toYear).toList(),
                    workdayCount == null ? WorkdayCount.WHOLE_DAY : workdayCount,
                    own);
        }
    }

    private record Office(OpeningHours usual, @Nullable SortedMap<DayOfWeek, OpeningHours> onDays) {
        static Office of(OfficeHours hours) {
            return new Office(hours.usual(), hours.onDays().isEmpty() ? null : new TreeMap<>(hours.onDays()));
        }

        OfficeHours toHours() {
            return new OfficeHours(usual, onDays == null ? Map.of() : onDays);
        }
    }

    /** @param holidays ascending, as a set has no order to rely on */
    private record Year(int year, boolean published, List<LocalDate> holidays, List<LocalDate> workedDays) {
        static Year of(CalendarYear year) {
            return new Year(
                    year.year(),
                    year.published(),
                    year.holidays().stream().sorted().toList(),
                    year.workedDays().stream().sorted().toList());
        }

        CalendarYear toYear() {
            return new CalendarYear(year, Set.copyOf(holidays), Set.copyOf(workedDays), published);
        }
    }

    /** The stored form; {@link #read} gives an equal content. */
    public static String write(Content content) {
        return MAPPER.writeValueAsString(
                switch (content) {
                    case Content.Items it -> new Items<>(it.items());
                    case Content.Rules it -> new Rules(it.rules());
                    case Content.Table it -> new Rows<>(it.rows());
                    case Content.Calendar it -> Calendar.of(it);
                });
    }

    /** @throws tools.jackson.core.JacksonException when it is no content of this kind */
    public static Content read(ReferenceKind kind, String json) {
        return switch (kind) {
            case LADDER -> items(kind, json, LadderItem.class);
            case UNIT -> items(kind, json, UnitItem.class);
            case GRID -> items(kind, json, GridItem.class);
            case STAFF -> items(kind, json, StaffItem.class);
            case CATEGORY -> items(kind, json, CategoryItem.class);
            case RULE_BOOK ->
                new Content.Rules(MAPPER.readValue(json, Rules.class).rules());
            case DISTRICT, MANDATE, DUTY_ROSTER, GRID_CONTACT, ASSET, ESCALATION_POLICY, CASE_POLICY ->
                rows(kind, json);
            case CALENDAR -> MAPPER.readValue(json, Calendar.class).toContent();
        };
    }

    private static Content items(ReferenceKind kind, String json, Class<? extends Item> type) {
        JavaType items = MAPPER.getTypeFactory().constructParametricType(Items.class, type);
        Items<? extends Item> read = MAPPER.readValue(json, items);
        return new Content.Items(kind, List.copyOf(read.items()));
    }

    private static Content rows(ReferenceKind kind, String json) {
        JavaType rows = MAPPER.getTypeFactory().constructParametricType(Rows.class, Content.Table.rowType(kind));
        Rows<? extends Record> read = MAPPER.readValue(json, rows);
        return new Content.Table(kind, read.rows());
    }

    /** SHA-256 in lower-case hex. */
    public static String checksum(String json) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
