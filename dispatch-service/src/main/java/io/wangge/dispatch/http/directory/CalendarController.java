package io.wangge.dispatch.http.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.OpeningHours.Span;
import io.wangge.dispatch.reference.ReferenceData;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
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

    record Calendar(ZoneId zone, List<Span> openingHours, List<Year> years) {
        static Calendar of(BusinessCalendar calendar) {
            return new Calendar(
                    calendar.zone(),
                    calendar.hours().spans(),
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

    /** @param published false: the weekly pattern, due times that reach into it are provisional */
    record Year(int year, boolean published, List<LocalDate> holidays, List<LocalDate> workedDays) {}

    @Operation(summary = "Opening hours, holidays and worked weekend days by year / 工作日历")
    @GetMapping("/api/v1/calendar/years")
    ResponseEntity<byte[]> years() {
        return years.answer(reference.current());
    }
}
