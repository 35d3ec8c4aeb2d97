package io.wangge.dispatch.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.files.ReferenceFiles;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every library of the reference data promises. */
public interface ReferenceLibraryContract {
    Instant NOON = Instant.parse("2026-11-22T04:00:00.123Z");

    /** A library without anything in it. */
    ReferenceLibrary empty();

    static List<Content> demo() {
        return ReferenceFiles.demo().read();
    }

    static Content staff(String name) {
        return new Content.Items(
                ReferenceKind.STAFF,
                List.of(new StaffItem("staff-x", 0, name, List.of(new Grant(Role.ADMIN, List.of("990100"))))));
    }

    @Test
    default void what_was_put_in_comes_out_the_same() {
        ReferenceLibrary library = empty();

        List<Edition> fresh = library.activate(demo(), NOON);

        assertThat(fresh).extracting(Edition::content).containsExactlyInAnyOrderElementsOf(demo());
        assertThat(fresh).allMatch(edition -> edition.version() == 1 && edition.firstSeq() == 1);
        assertThat(library.active()).containsExactlyInAnyOrderElementsOf(fresh);
        assertThat(library.activeVersions())
                .hasSize(demo().size())
                .allSatisfy((kind, version) -> assertThat(version).isEqualTo(1));
    }

    @Test
    default void seeding_twice_changes_nothing() {
        ReferenceLibrary library = empty();
        List<Edition> first = library.activate(demo(), NOON);
        library.unpublished().forEach(edition -> library.markPublished(edition, NOON));

        assertThat(library.activate(demo(), NOON.plusSeconds(60))).isEmpty();
        assertThat(library.active()).containsExactlyInAnyOrderElementsOf(first);
        assertThat(library.unpublished()).isEmpty();
    }

    @Test
    default void other_content_makes_the_next_version_of_its_kind_only_and_goes_on_in_the_stream() {
        ReferenceLibrary library = empty();
        library.activate(demo(), NOON);
        Edition before = edition(library, ReferenceKind.STAFF);

        List<Edition> fresh = library.activate(List.of(staff("甲"), demo().getFirst()), NOON.plusSeconds(60));

        assertThat(fresh).singleElement().satisfies(edition -> {
            assertThat(edition.version()).isEqualTo(2);
            assertThat(edition.firstSeq()).isEqualTo(before.items().size() + 2L);
            assertThat(edition.activatedAt()).isEqualTo(NOON.plusSeconds(60));
        });
        assertThat(library.activeVersions())
                .containsEntry(ReferenceKind.STAFF, 2L)
                .containsEntry(ReferenceKind.UNIT, 1L);
        assertThat(edition(library, ReferenceKind.STAFF)).isEqualTo(fresh.getFirst());
    }

    @Test
    default void going_back_to_old_content_is_a_new_version_too() {
        ReferenceLibrary library = empty();
        library.activate(List.of(staff("甲")), NOON);
        library.activate(List.of(staff("乙")), NOON);

        assertThat(library.activate(List.of(staff("甲")), NOON))
                .singleElement()
                .satisfies(edition -> assertThat(edition.version()).isEqualTo(3));
    }

    @Test
    default void time_never_runs_backwards_in_a_stream() {
        ReferenceLibrary library = empty();
        library.activate(List.of(staff("甲")), NOON);

        List<Edition> fresh = library.activate(List.of(staff("乙")), NOON.minusSeconds(3600));

        assertThat(fresh.getFirst().activatedAt()).isEqualTo(NOON);
    }

    @Test
    default void what_was_in_force_at_a_moment_stays_known() {
        ReferenceLibrary library = empty();
        library.activate(List.of(staff("甲")), NOON);
        library.activate(List.of(staff("乙")), NOON.plusSeconds(60));
        library.activate(List.of(staff("丙")), NOON.plusSeconds(120));

        assertThat(library.versions(ReferenceKind.STAFF))
                .extracting(VersionNote::version, VersionNote::activatedAt, VersionNote::supersededAt)
                .containsExactly(
                        tuple(3L, NOON.plusSeconds(120), null),
                        tuple(2L, NOON.plusSeconds(60), NOON.plusSeconds(120)),
                        tuple(1L, NOON, NOON.plusSeconds(60)));
        assertThat(library.edition(ReferenceKind.STAFF, 2))
                .map(Edition::content)
                .contains(staff("乙"));
        assertThat(library.edition(ReferenceKind.STAFF, 4)).isEmpty();
        assertThat(library.inForceAt(ReferenceKind.STAFF, NOON.minusMillis(1))).isEmpty();
        assertThat(library.inForceAt(ReferenceKind.STAFF, NOON))
                .map(Edition::content)
                .contains(staff("甲"));
        assertThat(library.inForceAt(ReferenceKind.STAFF, NOON.plusSeconds(119)))
                .map(Edition::content)
                .contains(staff("乙"));
        assertThat(library.inForceAt(ReferenceKind.STAFF, NOON.plusSeconds(9999)))
                .map(Edition::content)
                .contains(staff("丙"));
    }

    @Test
    default void only_what_others_need_waits_for_its_publication_oldest_version_first() {
        ReferenceLibrary library = empty();
        library.activate(demo(), NOON);
        library.activate(List.of(staff("甲")), NOON);

        assertThat(library.unpublished())
                .extracting(edition -> edition.kind() + "/" + edition.version())
                .containsExactly("LADDER/1", "UNIT/1", "GRID/1", "STAFF/1", "STAFF/2", "CATEGORY/1");

        library.markPublished(library.unpublished().get(3), NOON);

        assertThat(library.unpublished())
                .extracting(edition -> edition.kind() + "/" + edition.version())
                .containsExactly("LADDER/1", "UNIT/1", "GRID/1", "STAFF/2", "CATEGORY/1");
    }

    @Test
    default void publishing_again_concerns_only_what_is_in_force() {
        ReferenceLibrary library = empty();
        library.activate(demo(), NOON);
        library.activate(List.of(staff("甲")), NOON);
        library.unpublished().forEach(edition -> library.markPublished(edition, NOON));

        library.publishAgain();

        assertThat(library.unpublished())
                .extracting(edition -> edition.kind() + "/" + edition.version())
                .containsExactly("LADDER/1", "UNIT/1", "GRID/1", "STAFF/2", "CATEGORY/1");
    }

    @Test
    default void of_several_replicas_that_seed_at_once_one_makes_the_version() throws Exception {
        ReferenceLibrary library = empty();
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<Edition>>> seedings = IntStream.range(0, 4)
                    .mapToObj(n -> (Callable<List<Edition>>) () -> library.activate(demo(), NOON))
                    .toList();
            int made = 0;
            for (Future<List<Edition>> seeding : replicas.invokeAll(seedings)) {
                made += seeding.get().size();
            }
            assertThat(made).isEqualTo(demo().size());
        }
        assertThat(library.activeVersions())
                .hasSize(demo().size())
                .allSatisfy((kind, version) -> assertThat(version).isEqualTo(1));
    }

    private static Edition edition(ReferenceLibrary library, ReferenceKind kind) {
        return library.active().stream()
                .filter(edition -> edition.kind() == kind)
                .findAny()
                .orElseThrow();
    }
}
