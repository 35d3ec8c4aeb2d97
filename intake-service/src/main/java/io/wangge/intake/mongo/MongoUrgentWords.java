package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.wangge.intake.suggestion.UrgentWords;
import io.wangge.intake.suggestion.UrgentWordsStore;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** One document of the collection {@code word_lists}. */
public final class MongoUrgentWords implements UrgentWordsStore {
    private static final String ID = "urgent";
    private final MongoCollection<Document> lists;

    public MongoUrgentWords(MongoDatabase database) {
        this.lists = database.getCollection("word_lists");
    }

    @Override
    public Optional<UrgentWords> find() {
        return Optional.ofNullable(lists.find(Filters.eq("_id", ID)).first())
                .map(list ->
                        new UrgentWords(list.getList("words", String.class), list.getList("unless", String.class)));
    }

    @Override
    public void set(UrgentWords words, String staffId, Instant at) {
        lists.replaceOne(
                Filters.eq("_id", ID),
                new Document("_id", ID)
                        .append("words", words.words())
                        .append("unless", words.unless())
                        .append("by", staffId)
                        .append("at", Date.from(at)),
                new ReplaceOptions().upsert(true));
    }
}
