package io.wangge.dispatch.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.casefile.TableVersions;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.report.Channel;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.desk.RouteHistory.Explained;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.InMemoryReferenceLibrary;
import io.wangge.dispatch.reference.ReferenceAssembly;
import io.wangge.dispatch.reference.ReferenceKind;
import io.wangge.dispatch.reference.ReferenceLibrary;
import io.wangge.dispatch.reference.ReferenceLibraryContract;
import io.wangge.dispatch.routing.Route;
import io.wangge.dispatch.routing.Rule;
import io.wangge.dispatch.routing.RuleOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouteHistoryTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T02:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T02:00:00Z");

    private final ReferenceLibrary library = new InMemoryReferenceLibrary();
    private final CelConditions compiler = new CelConditions();
    private final RouteHistory history =
            new RouteHistory(library, new ReferenceAssembly(compiler, ReferenceFiles.usual()), compiler);

    private static Case opened(Instant at) {
        return opened(at, null);
    }

    private static Case opened(Instant at, @Nullable TableVersions versions) {
        List<String> path = List.of("990100", "990100001", "990100001001", "990100001001001");
        return Case.open(
                "r",
                new Opened(
                        "r",
                        "WG1",
                        "990100001-20261116-0001",
                        Channel.GRID_WORKER,
                        null,
                        "0102",
                        new Erasable("垃圾", "00"),
                        null,
                        "990100001001001",
                        path,
                        Urgency.NORMAL,
                        Actor.staff("s", "990100001001001"),
                        null,
                        at,
                        null,
                        versions,
                        null,
                        null),
                at);
    }

    private Explained explain(Instant openedAt) {
        return history.explain(opened(openedAt)).orElseThrow();
    }

    private static String unit(Explained explained) {
        return ((Route.ToUnit) explained.explanation().route()).unit().id();
    }

    @Test
    void a_case_is_explained_by_what_was_in_force_when_it_was_opened() {
        library.activate(ReferenceLibraryContract.demo(), MONDAY);
        library.activate(
                List.of(new Content.Rules(
                        List.of(new Rule("all-to-street", "全部到街道", "true", new RuleOutcome("STREET", "环卫", false))))),
                TUESDAY);

        Explained monday = explain(TUESDAY.minusMillis(1));
        Explained tuesday = explain(TUESDAY);

        assertThat(unit(monday)).isEqualTo("990100001001");
        assertThat(monday.versions()).containsEntry(ReferenceKind.RULE_BOOK, 1L);
        assertThat(unit(tuesday)).isEqualTo("990100001-d02");
        assertThat(tuesday.explanation().rule()).map(Rule::id).contains("all-to-street");
        assertThat(tuesday.explanation().question().orElseThrow().text()).isEqualTo("垃圾");
    }

    @Test
    void a_dispatcher_is_proposed_what_the_rules_of_now_say_and_where_they_ask_a_person_whom_the_category_names() {
        library.activate(ReferenceLibraryContract.demo(), MONDAY);
        Case theCase = opened(MONDAY);

        RouteHistory.Proposal own =
                history.propose(theCase, null, TUESDAY.minusMillis(1)).orElseThrow();
        assertThat(own.byRule()).isTrue();
        assertThat(own.unit()).map(unit -> unit.id()).contains("990100001001");
        RouteHistory.Proposal other =
                history.propose(theCase, "0103", TUESDAY.minusMillis(1)).orElseThrow();
        assertThat(other.unit()).map(unit -> unit.id()).contains("990100001-d02");

        library.activate(
                List.of(new Content.Rules(
                        List.of(new Rule("ask", "请派遣员定", "true", new RuleOutcome(null, null, true))))),
                TUESDAY);
        RouteHistory.Proposal asked = history.propose(theCase, "0103", TUESDAY).orElseThrow();
        assertThat(asked.byRule()).isFalse();
        assertThat(asked.explanation().route().reason().code()).isEqualTo("person-decides");
        assertThat(asked.unit()).map(unit -> unit.id()).contains("990100001-d02");
        assertThat(history.propose(theCase, "9999", TUESDAY).orElseThrow().unit())
                .isEmpty();
    }

    @Test
    void a_case_that_a_replica_opened_by_the_version_before_is_explained_by_that_one() {
        library.activate(ReferenceLibraryContract.demo(), MONDAY);
        library.activate(
                List.of(new Content.Rules(
                        List.of(new Rule("all-to-street", "全部到街道", "true", new RuleOutcome("STREET", "环卫", false))))),
                TUESDAY);
        Case late = opened(TUESDAY, new TableVersions(1, 1, 1, 1, 1, 1, 0, 1, 0));

        Explained explained = history.explain(late).orElseThrow();

        assertThat(unit(explained)).isEqualTo("990100001001");
        assertThat(explained.versions())
                .containsEntry(ReferenceKind.RULE_BOOK, 1L)
                .doesNotContainKey(ReferenceKind.MANDATE);
    }

    @Test
    void a_grid_that_was_taken_away_later_does_not_rewrite_the_past() {
        // An asset keeps its grid from being taken away.
        library.activate(
                ReferenceLibraryContract.demo().stream()
                        .filter(content -> content.kind() != ReferenceKind.ASSET)
                        .toList(),
                MONDAY);
        Content.Items grids = (Content.Items) ReferenceLibraryContract.demo().get(2);
        List<Item> left = grids.items().stream()
                .filter(grid -> !grid.id().equals("990100001001001"))
                .toList();
        library.activate(List.of(new Content.Items(ReferenceKind.GRID, left)), TUESDAY);

        assertThat(unit(explain(MONDAY))).isEqualTo("990100001001");
        assertThat(explain(TUESDAY).explanation().route().reason().code()).isEqualTo("outside-every-grid");
        assertThat(library.inForceAt(ReferenceKind.GRID, MONDAY).orElseThrow().content())
                .isEqualTo(grids);
    }

    @Test
    void before_there_was_anything_nothing_can_be_explained() {
        library.activate(ReferenceLibraryContract.demo(), TUESDAY);

        assertThat(history.explain(opened(MONDAY))).isEmpty();
    }
}
