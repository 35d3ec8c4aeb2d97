package io.wangge.dispatch.http.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.OfficeHours;
import io.wangge.dispatch.clock.OpeningHours.Span;
import io.wangge.dispatch.clock.WorkdayCount;
import io.wangge.dispatch.reference.ReferenceData;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Which days are worked, for screens that show due times. */
@RestController
class CalendarController {
    private final ReferenceData reference;
    private final SharedAnswer years;

    CalendarController(ReferenceData reference, JsonMapper json) {
        this.reference = reference;
        this.years = new SharedAnswer(json, MediaType.APPLICATION_JSON, now -> Calendar.of(now.calendar()));
    }

    /**
     * @param onDays hours of a day of the week in place of the usual ones
     * @param units those with hours of their own, by id; all others have those of the next unit above that has some
     */
    record Calendar(
            long version,
            ZoneId zone,
            List<Span> openingHours,
            Map<DayOfWeek, List<Span>> onDays,
            WorkdayCount workdayCount,
            Map<String, Hours> units,
            List<Year> years) {
        static Calendar of(BusinessCalendar calendar) {
            Hours district = Hours.of(calendar.district());
            Map<String, Hours> units = new TreeMap<>();
            calendar.units().forEach((id, hours) -> units.put(id, Hours.of(hours)));
            return new Calendar(
                    calendar.version(),
                    calendar.zone(),
                    district.openingHours(),
                    district.onDays(),
                    calendar.workdayCount(),
                    units,
                    calendar.years().values().stream()
                            .map(year -> new Year(
                                    year.year(),
                                    year.published(),
                                    year.holidays().stream().sorted().toList(),
                                    year.workedDays().stream().sorted().toList()))
                            .sorted(Comparator.comparing(Year::year))
                            .toList());
        }
    }

    record Hours(List<Span> openingHours, Map<DayOfWeek, List<Span>> onDays) {
        static Hours of(OfficeHours hours) {
            Map<DayOfWeek, List<Span>> onDays = new TreeMap<>();
            hours.onDays().forEach((day, open) -> onDays.put(day, open.spans()));
            return new Hours(hours.usual().spans(), onDays);
        }
    }

    /** @param published false: the weekly pattern, due times that reach into it are provisional */
    record Year(int year, boolean published, List<LocalDate> holidays, List<LocalDate> workedDays) {}

    @Operation(summary = "Opening hours, holidays and worked weekend days by year / 工作日历")
    @GetMapping("/api/v1/calendar/years")
    ResponseEntity<byte[]> years() {
        return years.answer(reference.current());
    }
}
