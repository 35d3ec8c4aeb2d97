package io.wangge.dispatch.mongo.reference;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.dispatch.files.ContentJson;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.Edition;
import io.wangge.dispatch.reference.ReferenceKind;
import io.wangge.dispatch.reference.ReferenceLibrary;
import io.wangge.dispatch.reference.VersionNote;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/**
 * One document per version of a kind: {@code {_id: "UNIT/3", kind, version, status, checksum, activatedAt, firstSeq,
 * events, toPublish?, publishedAt?, body}}. The body is the content itself, so that it can be read in the shell; a
 * document ends at 16 MB, which some ten thousand grids reach.
 */
public final class MongoReferenceLibrary implements ReferenceLibrary {
    static final String COLLECTION = "reference_data";

    private static final String ACTIVE = "ACTIVE";
    private static final int ATTEMPTS = 20;
    private static final JsonWriterSettings RELAXED =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    /** What changes together is seen together, also when several kinds change at once. */
    private static final TransactionOptions AS_A_WHOLE = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY)
            .build();

    private final MongoClient client;
    private final MongoCollection<Document> collection;

    public MongoReferenceLibrary(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.collection = database.getCollection(COLLECTION);
    }

    @Override
    public Map<ReferenceKind, Long> activeVersions() {
        Map<ReferenceKind, Long> versions = new EnumMap<>(ReferenceKind.class);
        collection
                .find(Filters.eq("status", ACTIVE))
                .projection(Projections.fields(Projections.include("kind", "version"), Projections.excludeId()))
                .forEach(document -> versions.put(kindOf(document), document.getLong("version")));
        return versions;
    }

    @Override
    public List<Edition> active() {
        return inOne(session ->
                editions(collection.find(session, Filters.eq("status", ACTIVE)).into(new ArrayList<>())));
    }

    @Override
    public List<Edition> unpublished() {
        return editions(collection.find(Filters.eq("toPublish", true)).into(new ArrayList<>()));
    }

    @Override
    public List<Edition> publishAgain() {
        List<Edition> needed = active().stream()
                .filter(edition -> edition.kind().published().isPresent())
                .toList();
        collection.updateMany(
                Filters.in(
                        "_id",
                        needed.stream()
                                .map(edition -> id(edition.kind(), edition.version()))
                                .toList()),
                Updates.set("toPublish", true));
        return needed;
    }

    @Override
    public void markPublished(Edition edition, Instant now) {
        collection.updateOne(
                Filters.eq("_id", id(edition.kind(), edition.version())),
                Updates.combine(Updates.unset("toPublish"), Updates.set("publishedAt", Date.from(now))));
    }

    @Override
    public List<VersionNote> versions(ReferenceKind kind) {
        return collection
                .find(Filters.eq("kind", kind.name()))
                .sort(Sorts.descending("version"))
                .projection(Projections.exclude("body"))
                .map(MongoReferenceLibrary::note)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Edition> edition(ReferenceKind kind, long version) {
        return Optional.ofNullable(
                        collection.find(Filters.eq("_id", id(kind, version))).first())
                .map(MongoReferenceLibrary::edition);
    }

    @Override
    public Optional<Edition> inForceAt(ReferenceKind kind, Instant moment) {
        return versions(kind).stream()
                .filter(note -> !note.activatedAt().isAfter(moment))
                .findFirst()
                .flatMap(note -> edition(kind, note.version()));
    }

    @Override
    public List<Edition> activate(Collection<Content> contents, Instant now) {
        return inOneAgainAfterRaces(session -> activate(session, contents, null, now));
    }

    /** Inside of a transaction of {@link #inOneAgainAfterRaces}. @param by staff id; null for files */
    List<Edition> activate(ClientSession session, Collection<Content> contents, @Nullable String by, Instant now) {
        return contents.stream()
                .flatMap(content -> activate(session, content, by, now).stream())
                .toList();
    }

    /** One transaction; again when another replica made the same version at the same moment. */
    <T> T inOneAgainAfterRaces(Function<ClientSession, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inOne(work);
            } catch (MongoWriteException e) {
                // Mostly nothing differs on the second look.
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private List<Edition> activate(ClientSession session, Content content, @Nullable String by, Instant now) {
        ReferenceKind kind = content.kind();
        String json = ContentJson.write(content);
        String checksum = ContentJson.checksum(json);
        Document newest = collection
                .find(session, Filters.eq("kind", kind.name()))
                .sort(Sorts.descending("version"))
                .projection(Projections.exclude("body"))
                .first();
        if (newest != null && checksum.equals(newest.getString("checksum"))) {
            return List.of();
        }
        Edition edition = next(newest, content, now);
        Bson older = Filters.and(Filters.eq("kind", kind.name()), Filters.eq("status", ACTIVE));
        collection.updateMany(
                session,
                older,
                Updates.combine(
                        Updates.set("status", "SUPERSEDED"),
                        Updates.set("supersededAt", Date.from(edition.activatedAt()))));
        Document document = document(edition, json, checksum);
        if (by != null) {
            document.append("activatedBy", by);
        }
        collection.insertOne(session, document);
        return List.of(edition);
    }

    private static VersionNote note(Document document) {
        Date superseded = document.getDate("supersededAt");
        return new VersionNote(
                document.getLong("version"),
                document.getDate("activatedAt").toInstant(),
                superseded == null ? null : superseded.toInstant(),
                document.getString("activatedBy"));
    }

    private static Edition next(@Nullable Document newest, Content content, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        if (newest == null) {
            return new Edition(1, 1, at, content);
        }
        Instant before = newest.getDate("activatedAt").toInstant();
        return new Edition(
                newest.getLong("version") + 1,
                newest.getLong("firstSeq") + newest.getLong("events"),
                at.isBefore(before) ? before : at,
                content);
    }

    private static Document document(Edition edition, String json, String checksum) {
        Document document = new Document("_id", id(edition.kind(), edition.version()))
                .append("kind", edition.kind().name())
                .append("version", edition.version())
                .append("status", ACTIVE)
                .append("checksum", checksum)
                .append("activatedAt", Date.from(edition.activatedAt()))
                .append("firstSeq", edition.firstSeq())
                .append("events", edition.events());
        if (edition.kind().published().isPresent()) {
            document.append("toPublish", true);
        }
        return document.append("body", Document.parse(json));
    }

    private static List<Edition> editions(List<Document> documents) {
        return documents.stream()
                .map(MongoReferenceLibrary::edition)
                .sorted(Comparator.comparing(Edition::kind).thenComparing(Edition::version))
                .toList();
    }

    private static Edition edition(Document document) {
        String json = document.get("body", Document.class).toJson(RELAXED);
        return new Edition(
                document.getLong("version"),
                document.getLong("firstSeq"),
                document.getDate("activatedAt").toInstant(),
                ContentJson.read(kindOf(document), json));
    }

    private <T> T inOne(Function<ClientSession, T> work) {
        try (ClientSession session = client.startSession()) {
            return session.withTransaction(() -> work.apply(session), AS_A_WHOLE);
        }
    }

    private static ReferenceKind kindOf(Document document) {
        return ReferenceKind.valueOf(document.getString("kind"));
    }

    private static String id(ReferenceKind kind, long version) {
        return kind + "/" + version;
    }
}
