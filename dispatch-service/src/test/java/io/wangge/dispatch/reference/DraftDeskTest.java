package io.wangge.dispatch.reference;

import static io.wangge.dispatch.reference.ReferenceLibraryContract.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.dispatch.reference.DraftDesk.Activation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DraftDeskTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final ReferenceLibrary library = new InMemoryReferenceLibrary();
    private final DraftShelf shelf = new InMemoryDraftShelf(library);
    private final ReferenceKeeper keeper = keeper();
    private final DraftDesk desk = new DraftDesk(shelf, library, keeper, now::get);

    private ReferenceKeeper keeper() {
        return new ReferenceKeeper(
                library, new ReferenceAssembly(new CelConditions(), ReferenceFiles.usual()), now::get);
    }

    @BeforeEach
    void seed() {
        assertThat(keeper.replace(ReferenceLibraryContract.demo())).isEmpty();
    }

    private static Content.Items demo(ReferenceKind kind) {
        return ReferenceLibraryContract.demo().stream()
                .filter(content -> content.kind() == kind)
                .map(Content.Items.class::cast)
                .findAny()
                .orElseThrow();
    }

    private static Content.Items without(ReferenceKind kind, String id) {
        return new Content.Items(
                kind,
                demo(kind).items().stream()
                        .filter(item -> !item.id().equals(id))
                        .toList());
    }

    private static Content.Items with(ReferenceKind kind, String id, UnaryOperator<Item> change) {
        return new Content.Items(
                kind,
                demo(kind).items().stream()
                        .map(item -> item.id().equals(id) ? change.apply(item) : item)
                        .toList());
    }

    private static Item renamed(Item item) {
        UnitItem it = (UnitItem) item;
        return new UnitItem(
                it.id(), 0, "新名", it.nameEn(), it.level(), it.departmentKind(), it.parentId(), it.code(), it.path());
    }

    private Draft put(Content content) {
        return shelf.put(DraftShelf.NONE, content, "staff-admin-1", now.get()).orElseThrow();
    }

    @Test
    void a_sound_draft_comes_into_force_and_leaves_the_shelf() {
        Draft draft = put(with(ReferenceKind.UNIT, "990100002", DraftDeskTest::renamed));

        Activation outcome = desk.activate(ReferenceKind.UNIT, draft.revision(), Set.of(), null, "staff-admin-1");

        assertThat(outcome).isInstanceOf(Activation.Done.class);
        assertThat(keeper.current().directory().version(DirectoryKind.UNIT)).isEqualTo(2);
        assertThat(keeper.current().directory().unit("990100002").orElseThrow().nameZh())
                .isEqualTo("新名");
        assertThat(shelf.all()).isEmpty();
    }

    @Test
    void a_broken_draft_is_refused_with_its_places_and_what_is_in_force_stays() {
        Reference before = keeper.current();
        Draft draft = put(without(ReferenceKind.UNIT, "990100002002"));

        Activation outcome = desk.activate(ReferenceKind.UNIT, draft.revision(), Set.of(), null, "staff-admin-1");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Activation.Broken.class,
                        broken -> assertThat(broken.findings())
                                .extracting(Finding::toString)
                                .contains("unit 990100002002001: its parent 990100002002 is not there")
                                .contains(
                                        "staff staff-community-clerk-4: COMMUNITY_CLERK in a unit that is not there: 990100002002"));
        assertThat(keeper.current()).isSameAs(before);
        assertThat(shelf.find(ReferenceKind.UNIT)).contains(draft);
    }

    @Test
    void who_saw_an_older_revision_does_not_activate_what_somebody_else_wrote() {
        Draft draft = put(demo(ReferenceKind.UNIT));

        assertThat(desk.activate(ReferenceKind.UNIT, draft.revision() + 1, Set.of(), null, "x"))
                .isEqualTo(new Activation.Stale(ReferenceKind.UNIT, draft.revision()));
        assertThat(desk.activate(ReferenceKind.GRID, 1, Set.of(), null, "x"))
                .isEqualTo(new Activation.Stale(ReferenceKind.GRID, DraftShelf.NONE));
    }

    @Test
    void drafts_that_only_make_sense_together_come_into_force_together() {
        Draft units = put(without(ReferenceKind.UNIT, "990100002002003"));
        put(without(ReferenceKind.GRID, "990100002002003"));
        put(without(ReferenceKind.STAFF, "staff-grid-worker-12"));

        assertThat(desk.activate(ReferenceKind.UNIT, units.revision(), Set.of(), null, "x"))
                .isInstanceOf(Activation.Broken.class);
        Activation together = desk.activate(
                ReferenceKind.UNIT, units.revision(), Set.of(ReferenceKind.GRID, ReferenceKind.STAFF), null, "x");

        assertThat(together)
                .isInstanceOfSatisfying(
                        Activation.Broken.class,
                        broken -> assertThat(broken.findings())
                                .extracting(Finding::where)
                                .containsExactly("staff staff-grid-head-4"));
    }

    @Test
    void a_planned_activation_happens_at_its_time_once_with_two_replicas() {
        DraftDesk replica = new DraftDesk(shelf, library, keeper(), now::get);
        Draft draft = put(with(ReferenceKind.UNIT, "990100002", DraftDeskTest::renamed));
        assertThat(desk.activate(ReferenceKind.UNIT, draft.revision(), Set.of(), NOON.plusSeconds(60), "x"))
                .isInstanceOf(Activation.Planned.class);

        now.set(NOON.plusSeconds(59));
        assertThat(desk.activateDue()).isEmpty();
        now.set(NOON.plusSeconds(60));
        int done = desk.activateDue().size() + replica.activateDue().size();

        assertThat(done).isEqualTo(1);
        assertThat(library.activeVersions()).containsEntry(ReferenceKind.UNIT, 2L);
        assertThat(library.inForceAt(ReferenceKind.UNIT, NOON.plusSeconds(59))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void what_broke_since_it_was_planned_stays_a_draft_with_the_reason() {
        Draft draft = put(without(ReferenceKind.GRID, "990100002002003"));
        desk.activate(ReferenceKind.GRID, draft.revision(), Set.of(), NOON.plusSeconds(60), "x");
        library.activate(List.of(without(ReferenceKind.UNIT, "990100002002002")), NOON);
        now.set(NOON.plusSeconds(61));

        assertThat(desk.activateDue())
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.activation()).isInstanceOf(Activation.Broken.class));
        assertThat(desk.activateDue()).as("said once").isEmpty();
        Draft left = shelf.find(ReferenceKind.GRID).orElseThrow();
        assertThat(left.plan()).isNull();
        assertThat(left.refused()).extracting(Finding::where).contains("grid 990100002002002");
    }

    @Test
    void companions_that_were_changed_since_the_plan_stop_it() {
        Draft units = put(with(ReferenceKind.UNIT, "990100002", DraftDeskTest::renamed));
        Draft grids = put(demo(ReferenceKind.GRID));
        desk.activate(ReferenceKind.UNIT, units.revision(), Set.of(ReferenceKind.GRID), NOON.plusSeconds(60), "x");
        shelf.put(grids.revision(), without(ReferenceKind.GRID, "990100002002003"), "y", NOON);
        now.set(NOON.plusSeconds(61));

        assertThat(desk.activateDue())
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.activation())
                        .isInstanceOfSatisfying(
                                Activation.Broken.class,
                                broken -> assertThat(broken.findings())
                                        .extracting(Finding::where)
                                        .containsExactly("draft grid")));
    }

    @Test
    void changes_are_told_field_by_field() {
        Content.Items units = with(ReferenceKind.UNIT, "990100002", DraftDeskTest::renamed);
        Draft draft = put(new Content.Items(
                ReferenceKind.UNIT,
                units.items().stream()
                        .filter(item -> !item.id().equals("990100-d01"))
                        .toList()));

        List<Change> changes = desk.changes(draft);

        assertThat(changes).hasSize(2);
        assertThat(changes.getFirst().how()).isEqualTo(Change.How.REMOVED);
        assertThat(changes.getFirst().id()).isEqualTo("990100-d01");
        assertThat(changes.getLast())
                .isEqualTo(
                        new Change(Change.How.CHANGED, "990100002", List.of(new Change.Field("nameZh", "青石街道", "新名"))));
    }

    @Test
    void a_rule_that_moved_has_changed_and_those_behind_it_have_not() {
        Content.Rules rules = (Content.Rules) ReferenceLibraryContract.demo().get(5);
        List<io.wangge.dispatch.routing.Rule> moved = new java.util.ArrayList<>(rules.rules());
        moved.addFirst(moved.removeLast());

        List<Change> changes = Change.between(java.util.Optional.of(rules), new Content.Rules(moved));

        assertThat(changes)
                .extracting(Change::id)
                .containsExactly(
                        rules.rules().getLast().id(), rules.rules().getFirst().id());
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.fields())
                        .extracting(Change.Field::name)
                        .containsExactly("after"));
    }
}
