package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.wangge.intake.wechat.Conversations;
import io.wangge.intake.wechat.Dialogue.Place;
import io.wangge.intake.wechat.Dialogue.Said;
import io.wangge.kit.migration.Migration;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** {@code wechat_talks} by openid, {@code wechat_answers} by message; both forget after a day. */
public final class MongoConversations implements Conversations {
    private static final String TALKS = "wechat_talks";
    private static final String ANSWERS = "wechat_answers";
    private static final long DAY = Duration.ofDays(1).toSeconds();

    static final Migration INDEXES = new Migration(
            30,
            "One openid is one person; talks and answers of the official account are forgotten after a day",
            List.of(
                    IntakeMigrations.index(
                            MongoPersons.COLLECTION,
                            new Document("key", new Document("openid", 1))
                                    .append("name", "openid")
                                    .append("unique", true)
                                    .append(
                                            "partialFilterExpression",
                                            new Document("openid", new Document("$exists", true)))),
                    IntakeMigrations.index(TALKS, forgotten()),
                    IntakeMigrations.index(ANSWERS, forgotten())));

    private final MongoCollection<Document> persons;
    private final MongoCollection<Document> talks;
    private final MongoCollection<Document> answers;

    public MongoConversations(MongoDatabase database) {
        this.persons = database.getCollection(MongoPersons.COLLECTION);
        this.talks = database.getCollection(TALKS);
        this.answers = database.getCollection(ANSWERS);
    }

    private static Document forgotten() {
        return new Document("key", new Document("at", 1)).append("name", "over").append("expireAfterSeconds", DAY);
    }

    @Override
    public String personOf(String openid, String proposedId) {
        Document person = persons.findOneAndUpdate(
                Filters.eq("openid", openid),
                Updates.combine(Updates.setOnInsert("_id", proposedId), Updates.setOnInsert("knownSince", new Date())),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(person).getString("_id");
    }

    @Override
    public Said said(String openid) {
        Document talk = talks.find(Filters.eq("_id", openid)).first();
        if (talk == null) {
            return Said.NOTHING;
        }
        @Nullable Document place = talk.get("place", Document.class);
        return new Said(
                talk.getString("text"),
                place == null
                        ? null
                        : new Place(
                                place.getDouble("longitude"), place.getDouble("latitude"), place.getString("label")),
                talk.getString("address"),
                Objects.requireNonNullElse(talk.getList("media", String.class), List.of()));
    }

    @Override
    public void keep(String openid, Said said, Instant at) {
        Place place = said.place();
        talks.replaceOne(
                Filters.eq("_id", openid),
                new ReportMapper.Fields()
                        .put("_id", openid)
                        .put("text", said.text())
                        .put(
                                "place",
                                place == null
                                        ? null
                                        : new Document("longitude", place.longitude())
                                                .append("latitude", place.latitude())
                                                .append("label", place.label()))
                        .put("address", said.address())
                        .put("media", said.mediaIds())
                        .put("at", Date.from(at))
                        .document,
                new ReplaceOptions().upsert(true));
    }

    @Override
    public Optional<String> answerTo(String messageId) {
        return Optional.ofNullable(answers.find(Filters.eq("_id", messageId)).first())
                .map(answer -> answer.getString("text"));
    }

    @Override
    public void answered(String messageId, String answer, Instant at) {
        answers.replaceOne(
                Filters.eq("_id", messageId),
                new Document("_id", messageId).append("text", answer).append("at", Date.from(at)),
                new ReplaceOptions().upsert(true));
    }
}
