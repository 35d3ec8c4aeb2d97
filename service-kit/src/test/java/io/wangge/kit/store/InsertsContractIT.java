package io.wangge.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ValidationOptions;
import io.wangge.localstack.TestBackend;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a writer is promised whose documents may be there already. On a real mongod. */
class InsertsContractIT {
    private final MongoClient client = Tally.client(TestBackend.shared().mongoUri());
    private final MongoDatabase database =
            client.getDatabase(TestBackend.shared().freshDatabase());
    private final MongoCollection<Document> letters = database.getCollection("letters");

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void of_two_with_one_id_the_first_stands() {
        assertThat(Inserts.first(letters, letter("a", "first"))).isTrue();
        assertThat(Inserts.first(letters, letter("a", "second"))).isFalse();
        assertThat(written()).containsExactly("a first");
    }

    @Test
    void when_all_are_new_all_are_written() {
        assertThat(Inserts.each(letters, List.of(letter("a", "1"), letter("b", "2"))))
                .isTrue();
        assertThat(written()).containsExactly("a 1", "b 2");
    }

    @Test
    void one_that_stands_already_keeps_none_behind_it_out_and_stays_as_it_was() {
        Inserts.first(letters, letter("b", "earlier"));

        assertThat(Inserts.each(letters, List.of(letter("a", "1"), letter("b", "2"), letter("c", "3"))))
                .isFalse();

        assertThat(written()).containsExactly("a 1", "b earlier", "c 3");
    }

    @Test
    void the_same_batch_again_writes_nothing() {
        assertThat(Inserts.each(letters, List.of(letter("a", "1"), letter("b", "2"))))
                .isTrue();
        assertThat(Inserts.each(letters, List.of(letter("a", "1"), letter("b", "2"))))
                .isFalse();
        assertThat(written()).hasSize(2);
    }

    @Test
    void any_unique_key_counts_not_only_the_id() {
        letters.createIndex(Indexes.ascending("text"), new IndexOptions().unique(true));
        assertThat(Inserts.each(letters, List.of(letter("a", "one"), letter("b", "one"))))
                .isFalse();
        assertThat(written()).containsExactly("a one");
    }

    @Test
    void none_at_all_is_no_failure() {
        assertThat(Inserts.each(letters, List.of())).isTrue();
    }

    @Test
    void another_fault_beside_a_duplicate_is_told_and_the_rest_is_written() {
        database.createCollection(
                "letters",
                new CreateCollectionOptions()
                        .validationOptions(new ValidationOptions().validator(Filters.ne("text", "refused"))));
        Inserts.first(letters, letter("a", "1"));

        assertThatThrownBy(() ->
                        Inserts.each(letters, List.of(letter("a", "again"), letter("b", "refused"), letter("c", "3"))))
                .isInstanceOf(MongoBulkWriteException.class);

        assertThat(written()).containsExactly("a 1", "c 3");
    }

    private static Document letter(String id, String text) {
        return new Document("_id", id).append("text", text);
    }

    private List<String> written() {
        return letters.find()
                .sort(new Document("_id", 1))
                .map(letter -> letter.getString("_id") + " " + letter.getString("text"))
                .into(new ArrayList<>());
    }
}
