package io.wangge.dispatch.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.casefile.TableVersions;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.escalation.EscalationPolicies;
import io.wangge.dispatch.escalation.EscalationPolicy;
import io.wangge.dispatch.routing.CompiledRuleBook;
import io.wangge.dispatch.routing.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A case keeps to what decided it: tables that come into force later move none of its due times (domain.md, Clocks). */
class LaterTablesTest {
    private static final TableVersions LATER = new TableVersions(1, 1, 1, 2, 7, 2, 0, 2, 2);

    /** Everything takes ten times as long, and no policy has a step. */
    private static Facts later(Instant now) {
        Facts before = SmallDistrict.facts(now);
        List<Item> items = new ArrayList<>();
        items.add(new LadderItem("ladder", 1, before.directory().ladder()));
        items.addAll(before.directory().units());
        items.addAll(before.directory().grids());
        items.addAll(before.directory().staff());
        before.directory().categories().forEach(category -> items.add(longer(category)));
        Directory directory = Directory.of(items);
        Router router = new Router(
                CompiledRuleBook.compile(SmallDistrict.RULES, new CelConditions()), directory, before.calendar());
        EscalationPolicies none = new EscalationPolicies(
                List.of(new EscalationPolicy("none", "无", "None", List.of(), List.of(), null, Map.of())));
        return new Facts(now, directory, before.calendar(), router, before.policy(), none, before.duties(), LATER);
    }

    private static CategoryItem longer(CategoryItem it) {
        return new CategoryItem(
                it.id(),
                2,
                it.itemKind(),
                it.classZh(),
                it.subclassZh(),
                it.classEn(),
                it.subclassEn(),
                it.scale(),
                it.usualLevel(),
                it.leadKind(),
                new LimitItem(10, "WORK_HOUR"),
                new LimitItem(40, "WORK_HOUR"),
                it.confirmFirst(),
                it.fieldCheck(),
                it.mediationFirst(),
                it.filingCondition(),
                it.closingCondition(),
                it.retired());
    }

    private static Case opened(String category, Facts facts) {
        Accepted accepted = new CaseOpening(SmallDistrict.report(category, "code-g1"), facts).open("N-1");
        Case now = Case.open("report-1", (Opened) accepted.events().getFirst(), accepted.at());
        return after(now, accepted.events().subList(1, accepted.events().size()), facts);
    }

    private static Case after(Case before, List<CaseEvent> events, Facts facts) {
        Case now = before;
        for (CaseEvent event : events) {
            now = now.apply(event, facts.now(), facts);
        }
        return now;
    }

    private static Case by(Role role, String unit, StaffCommand command, Case before, Facts facts) {
        Decision decision = CaseDecider.decide(
                before, new CaseCommand.ByStaff(SmallDistrict.staff("someone", role, unit), command), facts);
        assertThat(decision).isInstanceOf(Accepted.class);
        return after(before, ((Accepted) decision).events(), facts);
    }

    @Test
    void due_times_and_steps_stay_where_they_were_when_another_table_comes_into_force() {
        Instant morning = SmallDistrict.MORNING;
        Case dispatched = opened("0102", SmallDistrict.facts(morning));

        Case accepted = by(
                Role.COMMUNITY_CLERK,
                "c",
                new StaffCommand.Accept(),
                dispatched,
                later(morning.plus(Duration.ofMinutes(30))));

        assertThat(accepted.due()).isEqualTo(dispatched.due());
        assertThat(accepted.hold()).isEqualTo(dispatched.hold());
        assertThat(accepted.timers())
                .as("those of the acceptance are over, the others stay")
                .isNotEmpty()
                .allSatisfy(timer -> assertThat(dispatched.timers()).contains(timer));
    }

    @Test
    void a_step_does_what_the_policy_said_when_its_clock_was_started() {
        Case dispatched = opened("0102", SmallDistrict.facts(SmallDistrict.MORNING));
        Instant due = SmallDistrict.at("2026-03-02T10:00");

        Accepted fired = (Accepted) CaseDecider.decide(dispatched, new CaseCommand.TimeCame(), later(due));

        assertThat(fired.events().stream()
                        .filter(CaseEvent.LimitStepReached.class::isInstance)
                        .flatMap(event -> ((CaseEvent.LimitStepReached) event).measures().stream()))
                .containsExactly("WARN_HEAD", "SUPERVISE_NORMAL", "TELL_ABOVE");
        assertThat(fired.events()).anyMatch(CaseEvent.Supervised.class::isInstance);
    }

    @Test
    void it_remembers_the_versions_of_its_opening_and_of_its_first_dispatch() {
        Case waiting = opened("1301", SmallDistrict.facts(SmallDistrict.MORNING));
        assertThat(waiting.opened().versions()).isEqualTo(SmallDistrict.VERSIONS);
        assertThat(waiting.basis().dispatched()).isNull();

        Facts later = later(SmallDistrict.MORNING.plus(Duration.ofMinutes(10)));
        Case dispatched = by(Role.DISPATCHER, "s", new StaffCommand.Dispatch("s-env", null, null), waiting, later);
        assertThat(dispatched.opened().versions()).isEqualTo(SmallDistrict.VERSIONS);
        assertThat(dispatched.basis().dispatched()).isEqualTo(LATER);

        Case again = by(
                Role.DISPATCHER,
                "s",
                new StaffCommand.Dispatch("c", null, null),
                dispatched,
                SmallDistrict.facts(SmallDistrict.MORNING.plus(Duration.ofMinutes(20))));
        assertThat(again.basis().dispatched()).as("of the first dispatch only").isEqualTo(LATER);
        assertThat(Objects.requireNonNull(again.due())).isEqualTo(dispatched.due());
    }
}
