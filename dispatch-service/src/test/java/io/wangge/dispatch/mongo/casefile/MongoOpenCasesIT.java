package io.wangge.dispatch.mongo.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.dispatch.casefile.Case;
import io.wangge.kit.migration.Migrations;
import io.wangge.kit.store.Stored;
import io.wangge.localstack.TestBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is asked about possible duplicates costs no index of its own. */
class MongoOpenCasesIT {
    private static final int CASES = 20_000;
    private static final TestBackend BACKEND = TestBackend.shared();
    private static final MongoClient CLIENT = MongoClients.create(BACKEND.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase(BACKEND.freshDatabase());

    private final MongoOpenCases open = new MongoOpenCases(DATABASE);

    @BeforeAll
    static void storeADistrict() {
        Migrations.run(
                DATABASE, List.of(CaseMigrations.indexes(1), CaseMigrations.search(2), CaseMigrations.scopeMarks(3)));
        Random random = new Random(7);
        MadeUpCases cases = new MadeUpCases();
        List<Document> documents = new ArrayList<>();
        for (int n = 0; n < CASES; n++) {
            documents.add(cases.document(n, random));
        }
        DATABASE.getCollection(CaseMigrations.CASES).insertMany(documents);
    }

    @AfterAll
    static void drop() {
        DATABASE.drop();
        CLIENT.close();
    }

    @Test
    void only_open_cases_of_the_category_in_these_grids_are_fetched() {
        List<Stored<Case>> found = open.in(Set.of("s1-c1", "s1-c2"), "0100", 500);

        assertThat(found).isNotEmpty().allSatisfy(stored -> {
            assertThat(stored.value().state().isOver()).isFalse();
            assertThat(stored.value().category()).isEqualTo("0100");
            assertThat(stored.value().scopeUnits()).containsAnyOf("s1-c1", "s1-c2");
        });
        assertThat(open.in(Set.of("s1-c1", "s1-c2"), "0100", 1)).hasSize(1);
        assertThat(open.in(Set.of("nowhere"), "0100", 500)).isEmpty();
    }

    @Test
    void what_is_looked_at_is_the_open_cases_of_these_grids_and_no_more() {
        Document explained = open.find(Set.of("s1-c1", "s1-c2"), "0100").explain(ExplainVerbosity.EXECUTION_STATS);

        Document stats = explained.get("executionStats", Document.class);
        assertThat(explained.toJson())
                .contains("\"" + CaseMigrations.SCOPE + "\"")
                .doesNotContain("COLLSCAN");
        assertThat(stats.getInteger("totalDocsExamined")).isEqualTo(stats.getInteger("nReturned"));
        // 5 % of some 400 cases of two communities are open, and the scan steps once into each state.
        assertThat(stats.getInteger("totalKeysExamined")).isLessThan(100);
    }
}
