package io.wangge.intake.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import io.wangge.contracts.GeoPoint;
import io.wangge.intake.alike.Follower;
import io.wangge.intake.place.Cells;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MongoAlikeIT {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final GeoPoint PLACE = GeoPoint.of(120.107, 30.233);
    private static final int IDENTICAL = 10_000;
    private static IntakeStore store;

    @BeforeAll
    static void ten_thousand_identical_posts() {
        store = new IntakeStore();
        List<Document> posts = new ArrayList<>();
        for (int i = 0; i < IDENTICAL; i++) {
            posts.add(post(i, i % 3 == 0 ? null : "0102"));
        }
        store.database.getCollection(MongoReports.COLLECTION).insertMany(posts);
    }

    private static Document post(int i, @Nullable String category) {
        Document post = new Document("_id", UUID.randomUUID().toString())
                .append("trackingNumber", "n-" + i)
                .append("channel", "WEB")
                .append("text", new Document("value", "垃圾没人收").append("salt", "s"))
                .append("location", new Document("type", "Point").append("coordinates", PLACE.coordinates()))
                .append("urgency", "NORMAL")
                .append("firstReceiver", new Document("kind", "STAFF").append("id", "w"))
                .append("receivedAt", Date.from(NOON.plusSeconds(i)))
                .append("contentHash", "h")
                .append("cell", Cells.of(PLACE, null));
        return category == null ? post : post.append("category", category);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void ten_thousand_identical_posts_cost_as_much_as_a_hundred() {
        MongoNearbyReports nearby = new MongoNearbyReports(store.database);

        var found = nearby.in(Cells.around(PLACE, 50), List.of("0102", "0103", "0104"), NOON.minusSeconds(86_400), 100);
        Document plan = nearby.find(
                        Cells.around(PLACE, Cells.MOST_METRES),
                        List.of("0102", "0103", "0104"),
                        NOON.minusSeconds(86_400),
                        100)
                .explain(ExplainVerbosity.EXECUTION_STATS);

        assertThat(found)
                .hasSize(100)
                .allSatisfy(report ->
                        assertThat(report.received().receivedAt()).isAfter(NOON.plusSeconds(IDENTICAL - 200)));
        assertThat(plan.get("queryPlanner", Document.class)
                        .get("winningPlan", Document.class)
                        .toJson())
                .contains(AlikeMigrations.NEARBY_INDEX)
                .doesNotContain("COLLSCAN")
                .doesNotContain("\"SORT\"");
        Document stats = plan.get("executionStats", Document.class);
        assertThat(stats.getInteger("totalDocsExamined")).isLessThan(300);
        assertThat(stats.getInteger("totalKeysExamined")).isLessThan(700);
    }

    @Test
    void followers_are_kept_once_and_counted() {
        MongoFollowers followers = new MongoFollowers(store.database);
        String report = UUID.randomUUID().toString();
        Follower first = follower(report, 1);
        Follower second = follower(report, 2);

        assertThat(followers.add(first)).isTrue();
        assertThat(followers.add(first)).isFalse();
        assertThat(followers.add(second)).isTrue();
        assertThat(followers.find(first.id())).contains(first);
        assertThat(followers.of(report, 10)).containsExactly(first, second);
        assertThat(followers.count(report)).isEqualTo(2);
    }

    private static Follower follower(String report, int second) {
        return new Follower(
                UUID.randomUUID().toString(),
                report,
                "f-" + UUID.randomUUID(),
                "staff",
                null,
                null,
                NOON.plusSeconds(second),
                "hash");
    }

    @Test
    void a_dismissed_pair_stays_dismissed_from_either_side_and_for_nobody_else() {
        MongoDismissals dismissals = new MongoDismissals(store.database);
        dismissals.dismiss("w1", "a", "b", NOON);
        dismissals.dismiss("w1", "a", "b", NOON);

        assertThat(dismissals.among("w1", "a", List.of("b", "c"))).containsExactly("b");
        assertThat(dismissals.among("w1", "b", List.of("a"))).containsExactly("a");
        assertThat(dismissals.among("w2", "a", List.of("b"))).isEmpty();
    }
}
