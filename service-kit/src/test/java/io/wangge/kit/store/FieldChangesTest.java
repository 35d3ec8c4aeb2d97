package io.wangge.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class FieldChangesTest {
    @Test
    void onlyWhatDiffersIsSaidAlsoInsideADocument() {
        Document before = new Document("a", 1)
                .append("b", new Document("c", 1).append("d", 2))
                .append("gone", true);
        Document after = new Document("a", 1)
                .append("b", new Document("c", 1).append("d", 3))
                .append("new", null);
        assertThat(said(before, after))
                .isEqualTo(BsonDocument.parse("{'$set': {'b.d': 3, 'new': null}, '$unset': {'gone': ''}}"));
    }

    @Test
    void nothingIsSaidOfTheSame() {
        Document same = new Document("a", List.of(1, 2)).append("b", new Document("c", null));
        assertThat(FieldChanges.between(same, new Document(same))).isEmpty();
    }

    @Test
    void listsAreReplacedAndNamesThatLookLikePathsGoWithTheirDocument() {
        Document before = new Document("list", List.of(1)).append("people", new Document("a.b", 1));
        Document after = new Document("list", List.of(1, 2)).append("people", new Document("a.b", 2));
        assertThat(said(before, after))
                .isEqualTo(BsonDocument.parse("{'$set': {'list': [1, 2], 'people': {'a.b': 2}}}"));
    }

    private static BsonDocument said(Document before, Document after) {
        return Updates.combine(FieldChanges.between(before, after)).toBsonDocument();
    }
}
