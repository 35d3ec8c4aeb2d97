package io.wangge.dispatch.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.contracts.directory.DirectoryEvent.Activated;
import io.wangge.contracts.directory.DirectoryKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReferencePublicationTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private final ReferenceLibrary library = new InMemoryReferenceLibrary();
    private final List<Announcement> sent = new ArrayList<>();
    private final ReferencePublication publication =
            new ReferencePublication(library, sent::addAll, InstantSource.fixed(NOON));

    @Test
    void each_kind_is_published_once_items_first_activation_last_numbered_without_a_gap() {
        library.activate(ReferenceLibraryContract.demo(), NOON);

        assertThat(publication.publishPending()).hasSize(5);
        assertThat(publication.publishPending()).isEmpty();

        for (DirectoryKind kind : DirectoryKind.values()) {
            List<Announcement> ofKind = sent.stream()
                    .filter(announcement -> announcement.event().body().kind() == kind)
                    .toList();
            assertThat(ofKind.getLast().key()).isEqualTo("ACTIVATION/" + kind);
            assertThat(ofKind.getLast().event().body()).isEqualTo(new Activated(kind, 1, ofKind.size() - 1));
            assertThat(ofKind)
                    .extracting(announcement -> announcement.event().stream())
                    .containsOnly("directory/" + kind);
            assertThat(ofKind.stream()
                            .mapToLong(announcement -> announcement.event().seq()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, ofKind.size()).boxed().toList());
        }
        assertThat(sent).extracting(Announcement::key).contains("UNIT/990100001-d02/1", "LADDER/ladder/1");
    }

    @Test
    void changed_content_is_published_as_the_next_version_and_continues_the_stream() {
        library.activate(ReferenceLibraryContract.demo(), NOON);
        publication.publishPending();
        long last = sent.stream()
                .filter(announcement -> announcement.key().equals("ACTIVATION/STAFF"))
                .mapToLong(announcement -> announcement.event().seq())
                .findAny()
                .orElseThrow();
        sent.clear();
        library.activate(List.of(ReferenceLibraryContract.staff("甲")), NOON);

        publication.publishPending();

        assertThat(sent).extracting(Announcement::key).containsExactly("STAFF/staff-x/2", "ACTIVATION/STAFF");
        assertThat(sent).extracting(announcement -> announcement.event().seq()).containsExactly(last + 1, last + 2);
    }

    @Test
    void a_crash_between_the_items_and_the_activation_sends_the_very_same_again() {
        library.activate(List.of(ReferenceLibraryContract.staff("甲")), NOON);
        ReferencePublication crashing = new ReferencePublication(
                library,
                announcements -> {
                    if (announcements.getFirst().key().startsWith("ACTIVATION")) {
                        throw new DirectoryTopic.NotAnnounced("gone", new IllegalStateException());
                    }
                    sent.addAll(announcements);
                },
                InstantSource.fixed(NOON));

        assertThatThrownBy(crashing::publishPending).isInstanceOf(DirectoryTopic.NotAnnounced.class);
        assertThat(sent).extracting(Announcement::key).containsExactly("STAFF/staff-x/1");
        publication.publishPending();

        assertThat(sent)
                .extracting(Announcement::key)
                .containsExactly("STAFF/staff-x/1", "STAFF/staff-x/1", "ACTIVATION/STAFF");
        assertThat(sent.get(0)).isEqualTo(sent.get(1));
        assertThat(library.unpublished()).isEmpty();
    }

    @Test
    void one_command_publishes_everything_in_force_again_with_the_same_events() {
        library.activate(ReferenceLibraryContract.demo(), NOON);
        publication.publishPending();
        List<Announcement> first = List.copyOf(sent);
        sent.clear();

        assertThat(library.publishAgain()).hasSize(5);
        publication.publishPending();

        assertThat(sent).isEqualTo(first);
    }
}
