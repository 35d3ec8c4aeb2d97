package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.intake.apikey.ApiKey;
import io.wangge.intake.desk.ApiKeys;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.DocumentMapper;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamDocument;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.store.StreamStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The collection {@code api_keys}: each document is the state of one stream {@code api-key/ID} on the audit topic. */
public final class MongoApiKeys implements ApiKeys {
    static final String COLLECTION = "api_keys";
    private static final int MOST_SHOWN = 1000;
    /** Two administrators at one moment; a third try meets what the second left. */
    private static final int RACES = 3;

    private final MongoCollection<Document> collection;
    private final StreamStore<ApiKey> store;
    private final Mapper mapper = new Mapper();

    public MongoApiKeys(MongoDatabase database, StreamStores stores) {
        this.collection = database.getCollection(COLLECTION);
        this.store = stores.open(COLLECTION, Topics.AUDIT, Streams::apiKey, UnaryOperator.identity(), mapper);
    }

    @Override
    public Optional<ApiKey> find(String keyId) {
        return store.load(keyId).map(Stored::value);
    }

    @Override
    public List<ApiKey> all() {
        return collection
                .find()
                .sort(Sorts.descending("issuedAt", "_id"))
                .projection(Projections.exclude(StreamDocument.PENDING, StreamDocument.COMMANDS))
                .limit(MOST_SHOWN)
                .map(document -> mapper.fromDocument(document.getString("_id"), document))
                .into(new ArrayList<>());
    }

    @Override
    public Outcome issue(ApiKey key, Actor by, @Nullable String traceparent) {
        var issued = new AuditEvent.ApiKeyIssued(key.id(), key.name(), key.scope(), by);
        var event = new Envelope<>(Streams.apiKey(key.id()), 1, key.issuedAt(), traceparent, issued);
        return switch (store.create(key.id(), key, key.id(), List.of(event))) {
            case Commit.Done<ApiKey> done -> Outcome.DONE;
            case Commit.DuplicateKey<ApiKey> taken -> Outcome.ID_TAKEN;
            case Commit.LostRace<ApiKey> lost -> Outcome.ID_TAKEN;
            case Commit.OutboxFull<ApiKey> full -> Outcome.UNKNOWN;
            case Commit.Unknown<ApiKey> unknown -> Outcome.UNKNOWN;
            case Commit.BadDocument<ApiKey>(String message) ->
                throw new IllegalStateException("The store refused a key: " + message);
        };
    }

    @Override
    public Outcome revoke(String keyId, Actor by, Instant at, @Nullable String traceparent) {
        for (int race = 0; race < RACES; race++) {
            Optional<Stored<ApiKey>> found = store.load(keyId);
            if (found.isEmpty()) {
                return Outcome.NOT_FOUND;
            }
            Stored<ApiKey> before = found.get();
            if (before.value().revokedAt() != null) {
                return Outcome.DONE;
            }
            var event = new Envelope<>(
                    Streams.apiKey(keyId),
                    before.version() + 1,
                    at,
                    traceparent,
                    new AuditEvent.ApiKeyRevoked(keyId, by));
            switch (store.update(before, before.value().revoked(at), "revoke", List.of(event))) {
                case Commit.Done<ApiKey> done -> {
                    return Outcome.DONE;
                }
                case Commit.LostRace<ApiKey> lost -> {}
                case Commit.DuplicateKey<ApiKey> none -> {}
                case Commit.OutboxFull<ApiKey> full -> {
                    return Outcome.UNKNOWN;
                }
                case Commit.Unknown<ApiKey> unknown -> {
                    return Outcome.UNKNOWN;
                }
                case Commit.BadDocument<ApiKey>(String message) ->
                    throw new IllegalStateException("The store refused a key: " + message);
            }
        }
        return Outcome.UNKNOWN;
    }

    /** {@link ApiKey} ↔ its document. */
    private static final class Mapper implements DocumentMapper<ApiKey> {
        @Override
        public Document toDocument(ApiKey key) {
            return new ReportMapper.Fields()
                    .put("name", key.name())
                    .put("scope", key.scope())
                    .put("secretHash", key.secretHash())
                    .put("issuedBy", key.issuedBy())
                    .put("issuedAt", ReportMapper.date(key.issuedAt()))
                    .put("expiresAt", ReportMapper.date(key.expiresAt()))
                    .put("revokedAt", ReportMapper.date(key.revokedAt()))
                    .document;
        }

        @Override
        public ApiKey fromDocument(String id, Document document) {
            return new ApiKey(
                    id,
                    document.getString("name"),
                    document.getString("scope"),
                    document.getString("secretHash"),
                    document.getString("issuedBy"),
                    document.getDate("issuedAt").toInstant(),
                    ReportMapper.read(document.getDate("expiresAt"), Date::toInstant),
                    ReportMapper.read(document.getDate("revokedAt"), Date::toInstant));
        }
    }
}
