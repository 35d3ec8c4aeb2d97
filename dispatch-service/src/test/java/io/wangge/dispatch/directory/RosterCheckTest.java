package io.wangge.dispatch.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.dispatch.reference.Content;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterCheckTest {
    private static final Directory DIRECTORY = Directory.of(ReferenceFiles.demo().read().stream()
            .filter(Content.Items.class::isInstance)
            .flatMap(content -> ((Content.Items) content).items().stream())
            .toList());

    private static DutySpan span(String id, String unit, String staff, String from, String to) {
        return new DutySpan(id, unit, "值班领导", staff, LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void one_person_has_the_duty_of_a_unit_on_a_day() {
        assertThat(RosterCheck.duties(
                        List.of(
                                span("a", "990100001", "staff-leader-1", "2026-11-01", "2026-11-07"),
                                span("b", "990100001", "staff-leader-1", "2026-11-08", "2026-11-14"),
                                span("c", "990100002", "staff-leader-1", "2026-11-07", "2026-11-07")),
                        DIRECTORY))
                .isEmpty();
        assertThat(RosterCheck.duties(
                        List.of(
                                span("a", "990100001", "staff-leader-1", "2026-11-01", "2026-11-07"),
                                span("b", "990100001", "staff-leader-1", "2026-11-07", "2026-11-08")),
                        DIRECTORY))
                .extracting(Finding::toString)
                .containsExactly("duty-roster b: line a has the same duty on the same days");
    }

    @Test
    void people_and_places_are_there() {
        assertThat(RosterCheck.duties(List.of(span("a", "nowhere", "nobody", "2026-11-02", "2026-11-01")), DIRECTORY))
                .extracting(Finding::words)
                .containsExactly("no unit nowhere", "no member of staff nobody", "it ends before it begins");
        assertThat(RosterCheck.contacts(
                        List.of(
                                new GridContact("990100001001001", "staff-grid-worker-1", null),
                                new GridContact("990100001001001", "staff-grid-worker-2", null),
                                new GridContact("990100001", "nobody", null)),
                        DIRECTORY))
                .extracting(Finding::toString)
                .containsExactly(
                        "grid-contact 990100001001001: the grid has a contact already",
                        "grid-contact 990100001: no grid 990100001",
                        "grid-contact 990100001: no member of staff nobody");
    }
}
