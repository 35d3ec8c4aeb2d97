package io.wangge.intake.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.model.Filters;
import io.wangge.contracts.GeoPoint;
import io.wangge.intake.YunshanDirectory;
import io.wangge.intake.desk.CountTopics;
import io.wangge.intake.gazetteer.Place;
import io.wangge.intake.topic.Mark.Bucket;
import io.wangge.intake.topic.Topics.Placed;
import io.wangge.kit.search.SearchTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MongoTopicsIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final List<String> SAID = List.of("垃圾房臭气熏天", "臭气熏得开不了窗", "垃圾房没人清", "臭气太重了");
    private static IntakeStore store;

    @BeforeAll
    static void open() {
        store = new IntakeStore();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static Document report(int i) {
        Instant at = NOW.minus(Duration.ofDays(i % 50));
        String day = LocalDate.ofInstant(at, ZONE).toString().replace("-", "").substring(2);
        return new Document("_id", "r" + i)
                .append("trackingNumber", day + "-" + String.format("%05d", i))
                .append("category", "0102")
                .append("gridCode", YunshanDirectory.WEST)
                .append("residentId", "p" + i % 13)
                .append("text", new Document("value", SAID.get(i % SAID.size())).append("salt", "s"))
                .append("receivedAt", Date.from(at));
    }

    private static CountTopics counting(MongoMarks marks, MongoTopics topics) {
        return new CountTopics(
                marks,
                topics,
                () -> Optional.of(YunshanDirectory.directory()),
                SearchTerms::of,
                new CountTopics.Settings(12, 3, Duration.ofMillis(1)),
                InstantSource.fixed(NOW),
                ZONE);
    }

    @Test
    void in_whatever_order_reports_came_and_however_often_they_are_counted_the_topics_are_the_same() {
        var reports = store.database.getCollection(MongoReports.COLLECTION);
        MongoMarks marks = new MongoMarks(store.database);
        MongoTopics topics = new MongoTopics(store.database);
        CountTopics count = counting(marks, topics);
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(report(i));
        }
        store.database.getCollection("editions").deleteOne(new Document("_id", "topics"));
        Collections.shuffle(all, new Random(1));
        reports.insertMany(all);

        assertThat(count.keepUp()).isTrue();
        List<Placed> first = topics.of(Set.of("d"), null, 50);
        count.rebuild();
        List<Placed> again = topics.of(Set.of("d"), null, 50);
        reports.deleteMany(new Document());
        Collections.shuffle(all, new Random(2));
        reports.insertMany(all);
        count.rebuild();

        assertThat(first).isNotEmpty();
        assertThat(first.getFirst().topic().people()).isEqualTo(13);
        assertThat(first.getFirst().topic().bucket()).isEqualTo(new Bucket("c1", "0102"));
        assertThat(again).isEqualTo(first);
        assertThat(topics.of(Set.of("c1"), false, 50)).isEqualTo(first);
        assertThat(topics.of(Set.of("s2"), null, 50)).isEmpty();

        reports.updateMany(
                Filters.eq("category", "0102"),
                new Document("$set", new Document("case", new Document("category", "0103"))));
        count.rebuild();

        assertThat(topics.of(Set.of("c1"), null, 50))
                .isNotEmpty()
                .allSatisfy(
                        placed -> assertThat(placed.topic().bucket().category()).isEqualTo("0103"));
    }

    @Test
    void one_replica_at_a_time_counts() {
        MongoMarks marks = new MongoMarks(store.database);
        Instant later = NOW.plusSeconds(1000);

        assertThat(marks.claim(later, later.plusSeconds(60))).isTrue();
        assertThat(marks.claim(later.plusSeconds(59), later.plusSeconds(120))).isFalse();
        assertThat(marks.claim(later.plusSeconds(60), later.plusSeconds(120))).isTrue();
    }

    @Test
    void a_days_reports_are_found_by_their_numbers_without_an_index_of_their_own() {
        Document plan = store.database
                .getCollection(MongoReports.COLLECTION)
                .find(Sayings.ofDay(LocalDate.of(2026, 11, 20), "261120-9999"))
                .explain(ExplainVerbosity.QUERY_PLANNER);

        assertThat(plan.toJson())
                .contains(IntakeMigrations.TRACKING_NUMBER_INDEX)
                .doesNotContain("COLLSCAN");
    }

    @Test
    void what_was_said_since_is_found_also_where_the_numbers_have_grown_longer() {
        var reports = store.database.getCollection(MongoReports.COLLECTION);
        reports.deleteMany(new Document());
        for (String number : List.of("0998", "0999", "9998", "9999", "10000", "10001")) {
            reports.insertOne(report(1).append("_id", number).append("trackingNumber", "261119-" + number));
        }
        MongoMarks marks = new MongoMarks(store.database);

        assertThat(saidAfter(marks, null)).hasSize(6);
        assertThat(saidAfter(marks, "261119-9998")).containsExactlyInAnyOrder("9999", "10000", "10001");
        assertThat(saidAfter(marks, "261119-10000")).containsExactly("10001");
        assertThat(marks.saidOn(LocalDate.of(2026, 11, 19), null, said -> {})).isEqualTo("261119-10001");
        assertThat(marks.saidOn(LocalDate.of(2026, 11, 19), "261119-10001", said -> {}))
                .isNull();
        reports.deleteMany(new Document());
    }

    private static List<String> saidAfter(MongoMarks marks, @Nullable String number) {
        List<String> ids = new ArrayList<>();
        marks.saidOn(LocalDate.of(2026, 11, 19), number, said -> ids.add(said.id()));
        return ids;
    }

    @Test
    void a_new_gazetteer_takes_the_place_of_the_old_one_and_an_older_import_never_of_a_newer() {
        MongoGazetteer gazetteer = new MongoGazetteer(store.database);
        gazetteer.replace(2, List.of(place("新")));
        gazetteer.replace(1, List.of(place("旧")));

        assertThat(gazetteer.edition()).isEqualTo(2);
        assertThat(gazetteer.beginning("新", 10)).containsExactly(place("新"));
        assertThat(gazetteer.beginning("旧", 10)).isEmpty();
        assertThat(gazetteer.near(GeoPoint.of(120.1, 30.2), 100, 10)).hasSize(1);
        assertThat(gazetteer.near(GeoPoint.of(120.2, 30.2), 100, 10)).isEmpty();
        Document plan = store.database
                .getCollection(MongoGazetteer.COLLECTION)
                .find(Filters.and(Filters.eq("edition", 2L), Filters.regex("keys", "^\\Q新\\E")))
                .explain(ExplainVerbosity.QUERY_PLANNER);
        assertThat(plan.toJson()).contains("place_keys").doesNotContain("COLLSCAN");
    }

    private static Place place(String name) {
        return new Place(name, name, null, null, GeoPoint.of(120.1, 30.2), Set.of(name), Set.of());
    }
}
