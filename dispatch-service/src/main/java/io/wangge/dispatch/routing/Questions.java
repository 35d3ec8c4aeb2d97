package io.wangge.dispatch.routing;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.clock.BusinessCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the rules may know of a matter, worked out from the report, its grid and the calendar. */
final class Questions {
    private static final int NIGHT_FROM = 22 * 60;
    private static final int NIGHT_TO = 6 * 60;

    private final Directory directory;
    private final BusinessCalendar calendar;

    Questions(Directory directory, BusinessCalendar calendar) {
        this.directory = directory;
        this.calendar = calendar;
    }

    RouteQuestion of(Matter matter, CategoryItem category, UnitItem grid) {
        LocalDateTime at = LocalDateTime.ofInstant(matter.receivedAt(), calendar.zone());
        LocalDate day = at.toLocalDate();
        int minute = at.getHour() * 60 + at.getMinute();
        return new RouteQuestion(
                category.id(),
                category.id().substring(0, Math.min(2, category.id().length())),
                category.itemKind(),
                category.scale(),
                category.usualLevel(),
                category.leadKind(),
                grid.code() == null ? grid.id() : grid.code(),
                grid.path(),
                units(grid),
                matter.urgency(),
                matter.channel(),
                matter.nature(),
                minute,
                day.getDayOfWeek().getValue(),
                minute >= NIGHT_FROM || minute < NIGHT_TO,
                calendar.isWorkday(matter.receivedAt()),
                matter.text());
    }

    private Map<String, String> units(UnitItem grid) {
        Map<String, String> units = new LinkedHashMap<>();
        grid.path().forEach(id -> directory.unit(id).ifPresent(unit -> units.put(unit.level(), id)));
        return units;
    }
}
