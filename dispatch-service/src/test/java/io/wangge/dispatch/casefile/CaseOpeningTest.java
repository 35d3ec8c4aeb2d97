package io.wangge.dispatch.casefile;

import static io.wangge.contracts.casefile.CaseState.CLOSED;
import static io.wangge.contracts.casefile.CaseState.PENDING_ACCEPTANCE;
import static io.wangge.contracts.casefile.CaseState.PENDING_CALLBACK;
import static io.wangge.contracts.casefile.CaseState.PENDING_DISPATCH;
import static io.wangge.dispatch.casefile.SmallDistrict.at;
import static io.wangge.dispatch.casefile.SmallDistrict.facts;
import static io.wangge.dispatch.casefile.SmallDistrict.report;
import static io.wangge.dispatch.casefile.SmallDistrict.staff;
import static io.wangge.dispatch.casefile.Story.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.ReportEvent.OnSpotSettlement;
import io.wangge.dispatch.casefile.StaffCommand.Dispatch;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseOpeningTest {
    private static final OnSpotSettlement SWEPT = new OnSpotSettlement(text("当场扫净"), List.of("photo-1"));

    @Test
    void a_known_category_is_dispatched_by_rule_and_says_which() {
        Case theCase = Story.of("0102", "code-g1").theCase();

        assertThat(theCase.state()).isEqualTo(PENDING_ACCEPTANCE);
        assertThat(theCase.presentHold().unitId())
                .as("at community level the community itself holds")
                .isEqualTo("c");
        assertThat(theCase.reason().ruleId()).isEqualTo("as-category");
        assertThat(theCase.reason().ruleBookVersion()).isEqualTo(7);
    }

    @ParameterizedTest(name = "{0} in {1} waits for a person: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "7777, code-g1, unknown-category",
                "-, code-g1, unknown-category",
                "9901, code-g1, retired-category",
                "0102, -, outside-every-grid",
                "0102, no-such-grid, outside-every-grid",
                "1503, code-g1, no-rule-matched",
                "1301, code-g1, person-decides",
                "1302, code-g1, person-decides",
                "1201, code-g1, no-unit-found",
                "1202, code-g1, rule-failed",
            })
    void what_no_rule_can_place_waits_for_a_person_with_the_reason(String category, String grid, String reason) {
        Case theCase = Story.of(category, grid).theCase();

        assertThat(theCase.state()).isEqualTo(PENDING_DISPATCH);
        assertThat(theCase.reason().code()).isEqualTo(reason);
        assertThat(theCase.deskPath())
                .isEqualTo(reason.equals("outside-every-grid") ? List.of("d") : List.of("d", "s"));
        assertThat(theCase.waitingDueAt()).as("24 hours, day and night").isEqualTo(at("2026-03-03T09:00"));
    }

    @Test
    void a_category_that_the_table_does_not_know_says_nothing_on_the_case() {
        assertThat(Story.of("7777", "code-g1").theCase().category()).isNull();
        assertThat(Story.of("9901", "code-g1").theCase().category()).isEqualTo("9901");
    }

    @Test
    void its_number_begins_with_the_code_of_its_street_or_of_the_top_unit() {
        assertThat(new CaseOpening(report("0102", "code-g1"), facts(SmallDistrict.MORNING))
                        .numberedBy("STREET")
                        .code())
                .isEqualTo("990100001");
        assertThat(new CaseOpening(report("0102", null), facts(SmallDistrict.MORNING))
                        .numberedBy("STREET")
                        .code())
                .isEqualTo("990100");
    }

    @Test
    void what_was_settled_on_the_spot_is_closed_as_unconfirmed_or_called_back_by_sample() {
        List<Case> cases = IntStream.range(0, 1000)
                .mapToObj(n -> Story.of(report(new UUID(7, n).toString(), "0102", "code-g1", "resident", SWEPT))
                        .theCase())
                .toList();

        assertThat(cases).allMatch(Case::settledOnSpot);
        assertThat(cases).allMatch(one -> one.state() == CLOSED || one.state() == PENDING_CALLBACK);
        assertThat(cases.stream().filter(one -> one.state() == PENDING_CALLBACK).count())
                .as("about ten of a hundred")
                .isBetween(60L, 140L);
        assertThat(cases)
                .filteredOn(one -> one.state() == CLOSED)
                .allMatch(one -> one.closing().reason() == CloseReason.UNCONFIRMED);
    }

    @Test
    void what_was_settled_on_the_spot_is_closed_also_without_a_grid_or_a_known_category() {
        Story story = Story.of(report("report-1", "7777", null, null, SWEPT));

        assertThat(story.theCase().state()).isEqualTo(CLOSED);
        assertThat(story.events().getFirst()).isInstanceOf(Opened.class);
    }

    @Test
    void what_was_not_settled_on_the_spot_after_all_is_dispatched_like_any_other_case() {
        String sampled = IntStream.range(0, 1000)
                .mapToObj(n -> new UUID(7, n).toString())
                .filter(id -> Story.of(report(id, "0102", "code-g1", "resident", SWEPT))
                                .theCase()
                                .state()
                        == PENDING_CALLBACK)
                .findFirst()
                .orElseThrow();
        Story story = Story.of(report(sampled, "0102", "code-g1", "resident", SWEPT))
                .answered(sampled + ".1", false, Grade.UNSATISFIED, true);

        assertThat(story.theCase().state()).isEqualTo(PENDING_DISPATCH);
        assertThat(story.theCase().reason().code()).isEqualTo("on-spot-not-settled");
        story.by(staff("s-desk", Role.DISPATCHER, "s"), new Dispatch("c", null, null));
        assertThat(story.theCase().due()).as("its due time is fixed now").isNotNull();
    }
}
