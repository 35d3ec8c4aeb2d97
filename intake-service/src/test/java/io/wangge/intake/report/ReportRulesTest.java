package io.wangge.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.Forms;
import io.wangge.intake.report.ReportForm.OnSpot;
import io.wangge.intake.report.ReportForm.Position;
import io.wangge.intake.report.ReportForm.Resident;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String HALF_A_CHARACTER = "井盖\ud842";

    static Stream<Arguments> one_spoilt_field_is_one_fault() {
        return Stream.of(
                fault(Forms.good().id(null), "id", "required"),
                fault(Forms.good().id("17"), "id", "not-a-uuid"),
                fault(Forms.good().text(null), "text", "required"),
                fault(Forms.good().text(" \n　"), "text", "required"),
                fault(Forms.good().text("井".repeat(2001)), "text", "too-long"),
                fault(Forms.good().text(HALF_A_CHARACTER), "text", "not-well-formed"),
                fault(Forms.good().category("010203040"), "category", "not-a-code"),
                fault(Forms.good().category("市容"), "category", "not-a-code"),
                fault(Forms.good().gridCode("a b"), "gridCode", "not-a-code"),
                fault(Forms.good().urgency("SOON"), "urgency", "unknown-value"),
                fault(Forms.good().channel("FAX"), "channel", "unknown-value"),
                fault(Forms.good().nature("JOKE"), "nature", "unknown-value"),
                fault(Forms.good().location(new Position("Polygon", List.of(1.0, 2.0))), "location", "not-a-point"),
                fault(Forms.good().location(new Position("Point", null)), "location", "not-a-point"),
                fault(Forms.good().location(new Position("Point", List.of(1.0))), "location", "not-a-point"),
                misplaced(Forms.at(30.21, 120.11), "swapped"),
                misplaced(Forms.at(43.82, 87.62), "swapped"),
                misplaced(Forms.at(0, 0), "no-fix"),
                misplaced(Forms.at(-0.0004, 0.0009), "no-fix"),
                outOfRange(Forms.at(180.1, 30.21)),
                outOfRange(Forms.at(Double.NaN, 30.21)),
                outOfRange(Forms.at(120.11, Double.POSITIVE_INFINITY)),
                outOfRange(new Position("Point", Arrays.asList(120.11, null))),
                fault(Forms.good().observedAt("yesterday"), "observedAt", "not-a-time"),
                fault(Forms.good().observedAt("2026-11-22T08:00:00"), "observedAt", "not-a-time"),
                fault(Forms.good().observedAt("+999999999-12-31T23:59:59Z"), "observedAt", "not-a-time"),
                fault(Forms.good().observedAt("2026-11-22T16:11:00+08:00"), "observedAt", "in-the-future"),
                fault(Forms.good().observedAt("1970-01-01T00:00:00Z"), "observedAt", "too-long-ago"),
                fault(Forms.good().settledOnSpot(new OnSpot(null, null)), "settledOnSpot.text", "required"),
                onSpot(List.of("../etc/passwd"), "not-a-code"),
                onSpot(Arrays.asList("a", null), "not-a-code"),
                onSpot(Collections.nCopies(21, "a"), "too-many"),
                fault(Forms.good().resident("王".repeat(65), null), "resident.name", "too-long"),
                fault(Forms.good().resident("王秀英", "call me"), "resident.phone", "not-a-phone-number"),
                fault(Forms.good().resident(new Resident(null, null, "7")), "resident.personId", "not-a-uuid"));
    }

    private static Arguments fault(Forms form, String field, String reason) {
        return Arguments.argumentSet(field + " " + reason, form.form(), field, reason);
    }

    private static Arguments misplaced(Position position, String reason) {
        return fault(Forms.good().location(position), "location.coordinates", reason);
    }

    private static Arguments outOfRange(Position position) {
        return fault(Forms.good().location(position), "location.coordinates", "not-on-earth");
    }

    private static Arguments onSpot(List<String> ids, String reason) {
        return fault(Forms.good().settledOnSpot(new OnSpot("已扶正", ids)), "settledOnSpot.attachmentIds", reason);
    }

    @ParameterizedTest
    @MethodSource
    void one_spoilt_field_is_one_fault(ReportForm form, String field, String reason) {
        assertThat(ReportRules.faultsOf(form, NOW)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.reason()).isEqualTo(reason);
        });
    }

    @Test
    void all_faults_are_told_at_once_in_the_order_of_the_fields() {
        ReportForm form =
                Forms.good().id("x").text("").urgency("?").resident("李", "?").form();

        assertThat(ReportRules.faultsOf(form, NOW))
                .extracting(FieldFault::field)
                .containsExactly("id", "text", "urgency", "resident.phone");
    }

    @Test
    void what_is_at_the_limit_is_taken_in() {
        assertThat(faults(Forms.good().text(" " + "𠮷".repeat(2000) + "\n"))).isEmpty();
        assertThat(faults(Forms.good().location(Forms.at(-180, 90)))).isEmpty();
        assertThat(faults(Forms.good().observedAt("2026-11-22T16:10:00+08:00"))).isEmpty();
        assertThat(faults(Forms.good().location(new Position("Point", List.of(120.1, 30.2, 8.0)))))
                .isEmpty();
    }

    @Test
    void a_category_or_grid_that_may_not_exist_is_no_fault() {
        assertThat(faults(Forms.good().category("9999").gridCode("no-such-grid")))
                .isEmpty();
    }

    private static List<FieldFault> faults(Forms form) {
        return ReportRules.faultsOf(form.form(), NOW);
    }
}
