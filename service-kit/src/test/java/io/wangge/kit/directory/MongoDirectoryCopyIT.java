package io.wangge.kit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Ladder;
import io.wangge.contracts.Streams;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent;
import io.wangge.contracts.directory.DirectoryEvent.Activated;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.kit.consume.EventHandler.Unappliable;
import io.wangge.localstack.TestBackend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class MongoDirectoryCopyIT {
    private MongoClient client;
    private MongoDatabase database;
    private MongoDirectoryCopy copy;

    @BeforeEach
    void connect() {
        client = MongoClients.create(TestBackend.shared().mongoUri());
        database = client.getDatabase(TestBackend.shared().freshDatabase());
        copy = newReplica();
    }

    private MongoDirectoryCopy newReplica() {
        return new MongoDirectoryCopy(new DirectoryStore(database));
    }

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void it_is_ready_when_every_kind_is_active_and_not_before() {
        List<DirectoryEvent> all = wholeOf(1);
        hand(all.subList(0, all.size() - 1));
        assertThat(copy.ifReady()).isEmpty();
        assertThatThrownBy(copy::current).isInstanceOf(DirectoryCopy.DirectoryNotReady.class);
        assertThat(new DirectoryHealth(copy).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        hand(all.subList(all.size() - 1, all.size()));
        assertThat(copy.current().unit("u1")).isPresent();
        assertThat(new DirectoryHealth(copy).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_kind_switches_as_a_whole_when_its_last_item_is_there_whatever_the_order() {
        for (int seed = 0; seed < 10; seed++) {
            database.drop();
            copy = newReplica();
            List<DirectoryEvent> shuffled = wholeOf(1);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(event -> hand(List.of(event)));
            assertThat(copy.current().units()).hasSize(3);
        }
    }

    @Test
    void a_half_version_is_never_shown_and_the_old_one_stays() {
        hand(wholeOf(1));
        hand(List.of(unit("u1", 2, "新"), new Activated(DirectoryKind.UNIT, 2, 2)));
        assertThat(copy.current().version(DirectoryKind.UNIT)).isEqualTo(1);
        assertThat(copy.current().unit("u1").orElseThrow().nameZh()).isEqualTo("旧");

        hand(List.of(unit("u9", 2, "新")));
        assertThat(copy.current().version(DirectoryKind.UNIT)).isEqualTo(2);
        assertThat(copy.current().units()).extracting(UnitItem::id).containsExactlyInAnyOrder("u1", "u9");
        assertThat(copy.current().version(DirectoryKind.STAFF)).isEqualTo(1);
    }

    @Test
    void what_is_old_is_deleted_after_the_switch_and_does_not_come_back_with_a_replay() {
        hand(wholeOf(1));
        hand(List.of(unit("u1", 2, "新"), new Activated(DirectoryKind.UNIT, 2, 1)));
        hand(wholeOf(1));
        assertThat(copy.current().version(DirectoryKind.UNIT)).isEqualTo(2);
        assertThat(database.getCollection("directory_items")
                        .countDocuments(new org.bson.Document("kind", "UNIT").append("version", 1)))
                .isZero();
    }

    @Test
    void another_replica_and_a_restart_show_the_same_without_any_event() {
        hand(wholeOf(1));
        MongoDirectoryCopy other = newReplica();
        other.refresh();
        assertThat(other.current().staff()).hasSize(1);

        hand(List.of(unit("u1", 2, "新"), new Activated(DirectoryKind.UNIT, 2, 1)));
        assertThat(other.current().version(DirectoryKind.UNIT)).isEqualTo(1);
        other.refresh();
        assertThat(other.current().version(DirectoryKind.UNIT)).isEqualTo(2);
    }

    @Test
    void a_kind_may_be_empty() {
        hand(wholeOf(1));
        hand(List.of(new Activated(DirectoryKind.CATEGORY, 2, 0)));
        assertThat(copy.current().categories()).isEmpty();
    }

    @Test
    void a_look_that_finds_nothing_new_keeps_the_same_directory() {
        hand(wholeOf(1));
        Directory before = copy.current();
        copy.refresh();
        assertThat(copy.current()).isSameAs(before);
    }

    @Test
    void what_is_no_event_of_the_directory_is_given_up() {
        Envelope<Event> strange =
                new Envelope<>("account/1", 1, Instant.EPOCH, null, new AuditEvent.SignedIn("a", "s"));
        assertThat(copy.apply(List.of(strange))).extracting(Unappliable::event).containsExactly(strange);
    }

    private static List<DirectoryEvent> wholeOf(long version) {
        return new ArrayList<>(Arrays.asList(
                new LadderItem("ladder", version, new Ladder(List.of(), Map.of())),
                new Activated(DirectoryKind.LADDER, version, 1),
                unit("u1", version, "旧"),
                unit("u2", version, "旧"),
                unit("u3", version, "旧"),
                new Activated(DirectoryKind.UNIT, version, 3),
                new GridItem("u3", version, "990100001001001", List.of()),
                new Activated(DirectoryKind.GRID, version, 1),
                new StaffItem("staff-1", version, "王芳", List.of()),
                new Activated(DirectoryKind.STAFF, version, 1),
                new Activated(DirectoryKind.CATEGORY, version, 0)));
    }

    private static UnitItem unit(String id, long version, String name) {
        return new UnitItem(id, version, name, name, "STREET", null, null, "990100", List.of(id));
    }

    private void hand(List<DirectoryEvent> events) {
        List<Envelope<Event>> envelopes = new ArrayList<>();
        long seq = 0;
        for (DirectoryEvent event : events) {
            envelopes.add(new Envelope<>(Streams.directory(event.kind().name()), ++seq, Instant.EPOCH, null, event));
        }
        assertThat(copy.apply(envelopes)).isEmpty();
    }
}
