package io.wangge.dispatch.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.dispatch.casefile.CasePolicy;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.CalendarYear;
import io.wangge.dispatch.clock.OfficeHours;
import io.wangge.dispatch.clock.OpeningHours;
import io.wangge.dispatch.clock.WorkdayCount;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.dispatch.reference.ReferenceKeeper.Refreshed;
import io.wangge.dispatch.routing.ConditionCompiler;
import io.wangge.dispatch.routing.Rule;
import io.wangge.dispatch.routing.RuleOutcome;
import io.wangge.kit.directory.DirectoryCopy.DirectoryNotReady;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceKeeperTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    /** Knows every condition but one. */
    private static final ConditionCompiler COMPILER = condition -> {
        if (condition.equals("nonsense")) {
            throw new ConditionCompiler.BrokenCondition("undeclared reference to 'nonsense'");
        }
        return question -> true;
    };

    private final ReferenceLibrary library = new InMemoryReferenceLibrary();
    private final ReferenceKeeper keeper = new ReferenceKeeper(
            library, new ReferenceAssembly(COMPILER, ReferenceFiles.usual()), InstantSource.fixed(NOON));

    private static Content rules(String condition, RuleOutcome outcome) {
        return new Content.Rules(List.of(new Rule("r1", "规则", condition, outcome)));
    }

    private static final RuleOutcome AS_CATEGORY = new RuleOutcome(null, null, false);

    @Test
    void without_anything_stored_it_is_not_ready_and_says_what_is_missing() {
        assertThat(keeper.refresh()).isInstanceOf(Refreshed.Unchanged.class);
        assertThat(keeper.condition()).isEqualTo(new Refreshed.Missing(ReferenceKind.allRequired()));
        assertThatThrownBy(keeper::current).isInstanceOf(DirectoryNotReady.class);
        assertThat(keeper.directoryCopy().ifReady()).isEmpty();
    }

    @Test
    void the_demo_comes_into_force_as_a_whole() {
        assertThat(keeper.replace(ReferenceLibraryContract.demo())).isEmpty();

        Reference reference = keeper.current();
        assertThat(reference.version())
                .isEqualTo(ReferenceLibraryContract.demo().size());
        assertThat(reference.ruleBook().version()).isEqualTo(1);
        assertThat(reference.directory().version(DirectoryKind.UNIT)).isEqualTo(1);
        assertThat(reference.calendar().isPublished(2026)).isTrue();
        assertThat(keeper.directoryCopy().current()).isSameAs(reference.directory());
    }

    @Test
    void what_another_replica_stored_is_taken_over_with_a_higher_version() {
        keeper.replace(ReferenceLibraryContract.demo());
        library.activate(List.of(rules("true", AS_CATEGORY)), NOON);

        assertThat(keeper.refresh()).isInstanceOf(Refreshed.Switched.class);
        assertThat(keeper.current().ruleBook().version()).isEqualTo(2);
        assertThat(keeper.current().version())
                .isEqualTo(ReferenceLibraryContract.demo().size() + 1);
        assertThat(keeper.refresh()).isInstanceOf(Refreshed.Unchanged.class);
    }

    @Test
    void a_district_that_says_nothing_of_its_policies_has_the_usual_ones() {
        keeper.replace(ReferenceLibraryContract.demo().stream()
                .filter(content -> content.kind().required())
                .toList());

        assertThat(keeper.current().escalation().of(null, Urgency.NORMAL).id()).isEqualTo("usual");
        assertThat(keeper.current().policy().reopenDays()).isEqualTo(30);
        assertThat(keeper.current().tableVersions().escalationPolicy()).isZero();
        assertThat(keeper.current().tableVersions().category()).isEqualTo(1);
    }

    @Test
    void broken_policies_are_refused_with_their_places_and_the_old_ones_kept() {
        keeper.replace(ReferenceLibraryContract.demo());
        CasePolicy usual = keeper.current().policy();
        CasePolicy broken = new CasePolicy(
                usual.limits(), new LimitItem(0, "WORKDAY"), 101, 2, 366, usual.suspensionCauses(), 2, 30);

        assertThat(keeper.replace(List.of(
                        new Content.Table(ReferenceKind.CASE_POLICY, List.of(broken)),
                        new Content.Table(ReferenceKind.ESCALATION_POLICY, List.of()))))
                .extracting(Finding::toString)
                .containsExactly(
                        "case-policy leastHoldAtCeiling: limit 0 WORKDAY cannot be counted",
                        "case-policy onSpotCallbackPercent: 101 does not lie between 0 and 100",
                        "escalation-policy: the last policy must be for everything: no categories, classes or urgency");
        assertThat(keeper.current().policy()).isEqualTo(usual);
        assertThat(library.activeVersions()).containsEntry(ReferenceKind.ESCALATION_POLICY, 1L);
    }

    @Test
    void a_broken_rule_book_is_refused_before_it_is_stored() {
        keeper.replace(ReferenceLibraryContract.demo());

        List<Finding> findings = keeper.replace(List.of(rules("nonsense", AS_CATEGORY)));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.where()).isEqualTo("rule r1");
            assertThat(finding.words()).contains("undeclared reference to 'nonsense'");
        });
        assertThat(library.activeVersions()).containsEntry(ReferenceKind.RULE_BOOK, 1L);
    }

    @Test
    void a_broken_rule_book_that_got_into_the_store_is_refused_and_the_old_one_kept() {
        keeper.replace(ReferenceLibraryContract.demo());
        library.activate(List.of(rules("nonsense", AS_CATEGORY)), NOON);

        assertThat(keeper.refresh()).isInstanceOf(Refreshed.Refused.class);
        assertThat(keeper.current().ruleBook().version()).isEqualTo(1);
        assertThat(keeper.condition()).isInstanceOf(Refreshed.Refused.class);
        assertThat(keeper.refresh()).as("looked at once").isInstanceOf(Refreshed.Unchanged.class);
    }

    @Test
    void a_rule_that_sends_to_no_level_of_the_ladder_is_refused() {
        keeper.replace(ReferenceLibraryContract.demo());

        assertThat(keeper.replace(List.of(rules("true", new RuleOutcome("VILLAGE", null, false)))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.words()).endsWith("the ladder has no level VILLAGE"));
    }

    @Test
    void staff_in_a_unit_that_is_not_there_are_refused() {
        keeper.replace(ReferenceLibraryContract.demo());
        Content units = ReferenceLibraryContract.demo().stream()
                .filter(content -> content.kind() == ReferenceKind.UNIT)
                .map(content -> new Content.Items(
                        ReferenceKind.UNIT, ((Content.Items) content).items().subList(0, 80)))
                .findAny()
                .orElseThrow();

        assertThat(keeper.replace(List.of(units)))
                .contains(new Finding("grid 990100002002003", "no unit 990100002002003", "没有单位 990100002002003"))
                .contains(new Finding(
                        "staff staff-grid-worker-12",
                        "GRID_WORKER in a unit that is not there: 990100002002003",
                        "角色 GRID_WORKER 的管辖单位不存在：990100002002003"));
        assertThat(keeper.current().directory().version(DirectoryKind.UNIT)).isEqualTo(1);
    }

    @Test
    void a_unit_without_hours_of_its_own_has_the_districts() {
        keeper.replace(ReferenceLibraryContract.demo());

        BusinessCalendar calendar = keeper.current().calendar();
        LocalDate saturday = LocalDate.of(2026, 3, 7);
        assertThat(calendar.hoursOn(saturday)).isEmpty();
        assertThat(calendar.of(List.of("990100", "990100001", "990100001-d18")).hoursOn(saturday))
                .isPresent();
        assertThat(calendar.of(List.of("990100", "990100001")).hoursOn(saturday))
                .isEmpty();
        assertThat(calendar.version()).isEqualTo(1);
    }

    @Test
    void a_broken_calendar_is_refused_with_the_place_and_the_old_one_kept() {
        keeper.replace(ReferenceLibraryContract.demo());
        OfficeHours usual = OfficeHours.of(OpeningHours.USUAL);
        LocalDate tuesday = LocalDate.of(2026, 3, 3);
        CalendarYear swapped = new CalendarYear(2026, Set.of(), Set.of(tuesday), true);
        CalendarYear again = new CalendarYear(2026, Set.of(), Set.of(), true);

        List<Finding> findings = keeper.replace(List.of(new Content.Calendar(
                ZoneId.of("Asia/Shanghai"),
                usual,
                List.of(swapped, again),
                WorkdayCount.WHOLE_DAY,
                Map.of("nowhere", usual))));

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "calendar 2026: 2026-03-03 is no Saturday or Sunday, so it cannot be worked in exchange (调休)",
                        "calendar 2026: two tables for one year: no day may be in two of them",
                        "calendar hours of unit nowhere: the directory has no such unit");
        assertThat(keeper.current().calendar().version()).isEqualTo(1);
        assertThat(library.activeVersions()).containsEntry(ReferenceKind.CALENDAR, 1L);
    }
}
