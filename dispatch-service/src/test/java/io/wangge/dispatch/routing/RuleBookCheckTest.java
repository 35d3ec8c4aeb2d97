package io.wangge.dispatch.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.report.Channel;
import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.OpeningHours;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.dispatch.reference.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleBookCheckTest {
    private static final Directory DIRECTORY = Directory.of(ReferenceFiles.demo().read().stream()
            .filter(Content.Items.class::isInstance)
            .flatMap(content -> ((Content.Items) content).items().stream())
            .map(Item.class::cast)
            .toList());
    private static final Instant MORNING = Instant.parse("2026-11-20T02:00:00Z");

    private static Rule rule(String id, String condition, RuleOutcome outcome) {
        return new Rule(id, "规则", condition, outcome);
    }

    private static RuleOutcome to(@Nullable String lead, @Nullable List<String> helpers, @Nullable LimitItem handling) {
        return new RuleOutcome(null, lead, false, helpers, Urgency.EMERGENCY, null, handling, true, null);
    }

    private static List<String> findings(Rule... rules) {
        return RuleBookCheck.check(List.of(rules), new CelConditions(), Optional.of(DIRECTORY)).stream()
                .map(Finding::toString)
                .toList();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(findings(
                        rule("a", "nonsense", to(null, null, null)),
                        rule("b", "true", to("unit:nowhere", List.of("航天"), new LimitItem(0, "WORKDAY"))),
                        rule("b", "true", new RuleOutcome("PLANET", null, false))))
                .anyMatch(finding -> finding.startsWith("rule a: ") && finding.contains("nonsense"))
                .contains(
                        "rule b: no unit nowhere",
                        "rule b: no department of kind 航天",
                        "rule b: limit 0 WORKDAY cannot be counted",
                        "rule b: the id stands twice",
                        "rule b: the ladder has no level PLANET")
                .hasSize(6);
    }

    @Test
    void selectors_that_name_what_is_there_are_sound() {
        assertThat(findings(
                        rule("a", "true", to("环卫", List.of("市政", "unit:990100-d01"), null)),
                        rule("b", "true", to(LeadUnits.TERRITORIAL, null, new LimitItem(1, "EMERGENCY_HOUR"))),
                        rule("c", "true", to(LeadUnits.NAMED_BY_DISPATCHER, null, null))))
                .isEmpty();
    }

    @Test
    void a_route_carries_the_unit_by_name_its_helpers_and_what_else_the_rule_asks_for() {
        Router router = new Router(
                CompiledRuleBook.compile(
                        new RuleBook(
                                7,
                                List.of(rule(
                                        "named",
                                        "minute == 600 && units['STREET'] == '990100001'",
                                        to("unit:990100-d01", List.of("环卫", "环卫"), new LimitItem(2, "WORK_HOUR"))))),
                        new CelConditions()),
                DIRECTORY,
                new BusinessCalendar(ZoneId.of("Asia/Shanghai"), OpeningHours.USUAL, Map.of()));

        Explanation why = router.explain(
                new Matter("0102", "990100001001001", Urgency.NORMAL, Channel.HOTLINE, null, MORNING, "文字"));

        assertThat(why.route()).isInstanceOfSatisfying(Route.ToUnit.class, route -> {
            assertThat(route.unit().id()).isEqualTo("990100-d01");
            assertThat(route.helpers())
                    .singleElement()
                    .extracting(UnitItem::departmentKind)
                    .isEqualTo("环卫");
            assertThat(route.orders().urgency()).isEqualTo(Urgency.EMERGENCY);
            assertThat(route.orders().handling()).isEqualTo(new LimitItem(2, "WORK_HOUR"));
            assertThat(route.orders().confirmFirst()).isTrue();
            assertThat(route.orders().fieldCheck()).isNull();
            assertThat(route.reason().ruleBookVersion()).isEqualTo(7);
        });
        assertThat(why.question().orElseThrow().text()).isEqualTo("文字");
    }

    private static Mandate mandate(String id, String from, @Nullable String to) {
        return new Mandate(
                id,
                Mandate.Kind.COMPETENCE,
                "0102",
                "STREET",
                null,
                null,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    @Test
    void two_lists_do_not_hold_on_one_day() {
        assertThat(MandateCheck.check(
                        List.of(mandate("a", "2026-01-01", "2026-06-30"), mandate("b", "2026-07-01", null)), DIRECTORY))
                .isEmpty();
        assertThat(MandateCheck.check(
                        List.of(mandate("a", "2026-01-01", "2026-07-01"), mandate("b", "2026-07-01", null)), DIRECTORY))
                .containsExactly(new Finding("mandate b", "it holds on the same days as mandate a", "与 a 在同一日期同时有效"));
    }

    @Test
    void a_mandate_names_what_is_there() {
        Mandate broken = new Mandate(
                "a",
                Mandate.Kind.DELEGATION,
                "9999",
                "PLANET",
                null,
                "990100-d01",
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-01-01"));

        assertThat(MandateCheck.check(List.of(broken), DIRECTORY))
                .extracting(Finding::words)
                .containsExactly(
                        "no category 9999",
                        "no level PLANET on the ladder",
                        "no territorial unit 990100-d01",
                        "it ends before it begins");
    }
}
