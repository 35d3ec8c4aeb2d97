package io.wangge.dispatch.reference;

import static io.wangge.dispatch.reference.ReferenceLibraryContract.NOON;
import static io.wangge.dispatch.reference.ReferenceLibraryContract.demo;
import static io.wangge.dispatch.reference.ReferenceLibraryContract.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.reference.Draft.Plan;
import io.wangge.dispatch.reference.DraftShelf.Expected;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every shelf of drafts promises. */
public interface DraftShelfContract {
    /** @param library that the drafts come into force in */
    record Shelf(DraftShelf drafts, ReferenceLibrary library) {}

    Shelf emptyShelf();

    @Test
    default void what_was_put_there_is_found_whole() {
        DraftShelf shelf = emptyShelf().drafts();

        for (Content content : demo()) {
            Draft put = shelf.put(DraftShelf.NONE, content, "staff-a", NOON).orElseThrow();
            assertThat(shelf.find(content.kind())).contains(put);
            assertThat(put.content()).isEqualTo(content);
        }
        assertThat(shelf.all())
                .hasSize(demo().size())
                .extracting(Draft::revision)
                .containsOnly(1L);
    }

    @Test
    default void of_two_who_write_on_the_same_revision_the_second_is_told() {
        DraftShelf shelf = emptyShelf().drafts();
        Draft first = shelf.put(DraftShelf.NONE, staff("甲"), "a", NOON).orElseThrow();

        assertThat(shelf.put(DraftShelf.NONE, staff("乙"), "b", NOON)).isEmpty();
        Draft second = shelf.put(first.revision(), staff("乙"), "b", NOON).orElseThrow();
        assertThat(shelf.put(first.revision(), staff("丙"), "a", NOON)).isEmpty();

        assertThat(shelf.find(ReferenceKind.STAFF)).contains(second);
    }

    @Test
    default void of_many_who_write_at_once_one_wins() throws Exception {
        DraftShelf shelf = emptyShelf().drafts();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Optional<Draft>>> writes = IntStream.range(0, 8)
                    .mapToObj(n -> (Callable<Optional<Draft>>) () -> shelf.put(0, staff("甲" + n), "a", NOON))
                    .toList();
            int won = 0;
            for (Future<Optional<Draft>> write : people.invokeAll(writes)) {
                won += write.get().isPresent() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    default void a_thrown_away_draft_is_not_taken_for_a_later_one() {
        DraftShelf shelf = emptyShelf().drafts();
        Draft first = shelf.put(DraftShelf.NONE, staff("甲"), "a", NOON).orElseThrow();
        assertThat(shelf.discard(ReferenceKind.STAFF, first.revision() + 1)).isFalse();
        assertThat(shelf.discard(ReferenceKind.STAFF, first.revision())).isTrue();
        assertThat(shelf.discard(ReferenceKind.STAFF, first.revision())).isFalse();

        Draft second = shelf.put(DraftShelf.NONE, staff("乙"), "a", NOON).orElseThrow();

        assertThat(second.revision()).isGreaterThan(first.revision());
    }

    @Test
    default void several_are_written_all_or_none() {
        DraftShelf shelf = emptyShelf().drafts();
        shelf.put(DraftShelf.NONE, staff("甲"), "a", NOON);
        Content units = demo().get(1);

        assertThat(shelf.putAll(List.of(new Expected(0, units), new Expected(0, staff("乙"))), "b", NOON))
                .isEmpty();
        assertThat(shelf.find(ReferenceKind.UNIT)).isEmpty();
        assertThat(shelf.putAll(List.of(new Expected(0, units), new Expected(1, staff("乙"))), "b", NOON))
                .isPresent();
        assertThat(shelf.all()).hasSize(2);
    }

    @Test
    default void a_plan_falls_due_at_its_time_and_is_gone_when_somebody_writes() {
        DraftShelf shelf = emptyShelf().drafts();
        Draft draft = shelf.put(DraftShelf.NONE, staff("甲"), "a", NOON).orElseThrow();
        Plan plan = new Plan(NOON.plusSeconds(60), "a", Map.of(ReferenceKind.UNIT, 4L));

        Draft planned = shelf.plan(draft, plan, List.of()).orElseThrow();

        assertThat(shelf.due(NOON.plusSeconds(59))).isEmpty();
        assertThat(shelf.due(NOON.plusSeconds(60))).containsExactly(planned);
        assertThat(shelf.find(ReferenceKind.STAFF)).contains(planned);
        assertThat(shelf.plan(draft, plan, List.of()))
                .as("not on an old revision")
                .isEmpty();
        shelf.put(planned.revision(), staff("乙"), "a", NOON);
        assertThat(shelf.due(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    default void why_a_plan_could_not_be_kept_stays_with_the_draft() {
        DraftShelf shelf = emptyShelf().drafts();
        Draft draft = shelf.put(DraftShelf.NONE, staff("甲"), "a", NOON).orElseThrow();

        shelf.plan(draft, null, List.of(new Finding("staff x", "wrong", "有误")));

        assertThat(shelf.find(ReferenceKind.STAFF).orElseThrow().refused())
                .containsExactly(new Finding("staff x", "wrong", "有误"));
    }

    @Test
    default void of_several_replicas_that_activate_the_same_drafts_one_does_it() throws Exception {
        Shelf shelf = emptyShelf();
        shelf.library().activate(demo(), NOON);
        Draft staff = shelf.drafts().put(0, staff("甲"), "a", NOON).orElseThrow();
        Draft rules =
                shelf.drafts().put(0, new Content.Rules(List.of()), "a", NOON).orElseThrow();
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Optional<List<Edition>>>> tries = IntStream.range(0, 4)
                    .mapToObj(n -> (Callable<Optional<List<Edition>>>)
                            () -> shelf.drafts().activate(List.of(staff, rules), "a", NOON.plusSeconds(60)))
                    .toList();
            int done = 0;
            for (Future<Optional<List<Edition>>> one : replicas.invokeAll(tries)) {
                done += one.get().map(List::size).orElse(0);
            }
            assertThat(done).isEqualTo(2);
        }
        assertThat(shelf.drafts().all()).isEmpty();
        assertThat(shelf.library().activeVersions())
                .containsEntry(ReferenceKind.STAFF, 2L)
                .containsEntry(ReferenceKind.RULE_BOOK, 2L)
                .containsEntry(ReferenceKind.UNIT, 1L);
    }
}
