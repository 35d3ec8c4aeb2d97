package io.wangge.dispatch.mongo.reference;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.files.ContentJson;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.Draft;
import io.wangge.dispatch.reference.Draft.Plan;
import io.wangge.dispatch.reference.DraftShelf;
import io.wangge.dispatch.reference.Edition;
import io.wangge.dispatch.reference.ReferenceKind;
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
 * One document per kind, which stays when its draft is gone so that revisions go on: {@code {_id: "UNIT", revision, body?,
 * editedBy, editedAt, plan?: {at, by, with}, refused?}}. A dozen documents at most, found by their ids.
 */
public final class MongoDraftShelf implements DraftShelf {
    private static final String COLLECTION = "reference_drafts";
    private static final JsonWriterSettings RELAXED =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private final MongoCollection<Document> collection;
    private final MongoReferenceLibrary library;

    public MongoDraftShelf(MongoDatabase database, MongoReferenceLibrary library) {
        this.collection = database.getCollection(COLLECTION);
        this.library = library;
    }

    /** Ends a transaction without a trace: somebody was faster. */
    private static final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Optional<Draft> find(ReferenceKind kind) {
        return drafts(Filters.and(Filters.eq("_id", kind.name()), Filters.exists("body"))).stream()
                .findAny();
    }

    @Override
    public List<Draft> all() {
        return drafts(Filters.exists("body"));
    }

    @Override
    public List<Draft> due(Instant now) {
        return drafts(Filters.lte("plan.at", Date.from(now))).stream()
                .sorted(Comparator.comparing(MongoDraftShelf::plannedFor))
                .toList();
    }

    private static Instant plannedFor(Draft draft) {
        Plan plan = draft.plan();
        return plan == null ? Instant.MAX : plan.activateAt();
    }

    @Override
    public Optional<Draft> put(long expected, Content content, String by, Instant at) {
        return putAll(List.of(new Expected(expected, content)), by, at).map(List::getFirst);
    }

    @Override
    public Optional<List<Draft>> putAll(List<Expected> drafts, String by, Instant at) {
        Instant editedAt = at.truncatedTo(ChronoUnit.MILLIS);
        return unlessChanged(session ->
                drafts.stream().map(draft -> put(session, draft, by, editedAt)).toList());
    }

    private Draft put(ClientSession session, Expected draft, String by, Instant at) {
        Content content = draft.content();
        Bson id = Filters.eq("_id", content.kind().name());
        Document present = collection.find(session, id).first();
        long counted = present == null ? 0 : present.getLong("revision");
        boolean stands = present != null && present.containsKey("body");
        if (draft.revision() != (stands ? counted : NONE)) {
            throw new Changed();
        }
        long revision = counted + 1;
        Document document = new Document("_id", content.kind().name())
                .append("revision", revision)
                .append("editedBy", by)
                .append("editedAt", Date.from(at))
                .append("body", Document.parse(ContentJson.write(content)));
        if (present == null) {
            collection.insertOne(session, document);
        } else {
            require(collection
                    .replaceOne(session, Filters.and(id, Filters.eq("revision", counted)), document)
                    .getMatchedCount());
        }
        return new Draft(revision, content, by, at, null, List.of());
    }

    @Override
    public Optional<Draft> plan(Draft draft, @Nullable Plan plan, List<Finding> refused) {
        Bson change = Updates.combine(
                plan == null ? Updates.unset("plan") : Updates.set("plan", planned(plan)),
                refused.isEmpty()
                        ? Updates.unset("refused")
                        : Updates.set(
                                "refused",
                                refused.stream().map(MongoDraftShelf::finding).toList()),
                Updates.inc("revision", 1L));
        boolean done = collection.updateOne(asSeen(draft), change).getMatchedCount() == 1;
        return done
                ? Optional.of(new Draft(
                        draft.revision() + 1, draft.content(), draft.editedBy(), draft.editedAt(), plan, refused))
                : Optional.empty();
    }

    @Override
    public boolean discard(ReferenceKind kind, long expected) {
        Bson seen =
                Filters.and(Filters.eq("_id", kind.name()), Filters.eq("revision", expected), Filters.exists("body"));
        return collection.updateOne(seen, GONE).getMatchedCount() == 1;
    }

    @Override
    public Optional<List<Edition>> activate(Collection<Draft> drafts, String by, Instant now) {
        return unlessChanged(session -> {
            for (Draft draft : drafts) {
                require(collection.updateOne(session, asSeen(draft), GONE).getMatchedCount());
            }
            List<Content> contents = drafts.stream().map(Draft::content).toList();
            return library.activate(session, contents, by, now);
        });
    }

    private static final Bson GONE = Updates.combine(
            Updates.unset("body"), Updates.unset("plan"), Updates.unset("refused"), Updates.inc("revision", 1L));

    private static Bson asSeen(Draft draft) {
        return Filters.and(
                Filters.eq("_id", draft.kind().name()),
                Filters.eq("revision", draft.revision()),
                Filters.exists("body"));
    }

    private static void require(long matched) {
        if (matched != 1) {
            throw new Changed();
        }
    }

    private <T> Optional<T> unlessChanged(Function<ClientSession, T> work) {
        try {
            return Optional.of(library.inOneAgainAfterRaces(work));
        } catch (Changed e) {
            return Optional.empty();
        }
    }

    private List<Draft> drafts(Bson filter) {
        return collection.find(filter).map(MongoDraftShelf::draft).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(Draft::kind))
                .toList();
    }

    private static Draft draft(Document document) {
        ReferenceKind kind = ReferenceKind.valueOf(document.getString("_id"));
        Document plan = document.get("plan", Document.class);
        List<Document> refused = document.getList("refused", Document.class, List.of());
        return new Draft(
                document.getLong("revision"),
                ContentJson.read(kind, document.get("body", Document.class).toJson(RELAXED)),
                document.getString("editedBy"),
                document.getDate("editedAt").toInstant(),
                plan == null ? null : planFrom(plan),
                refused.stream()
                        .map(it -> new Finding(it.getString("where"), it.getString("words"), it.getString("wordsZh")))
                        .toList());
    }

    private static Document planned(Plan plan) {
        Document with = new Document();
        plan.with().forEach((kind, revision) -> with.append(kind.name(), revision));
        return new Document("at", Date.from(plan.activateAt()))
                .append("by", plan.by())
                .append("with", with);
    }

    private static Plan planFrom(Document plan) {
        Map<ReferenceKind, Long> with = new EnumMap<>(ReferenceKind.class);
        plan.get("with", Document.class)
                .forEach((kind, revision) -> with.put(ReferenceKind.valueOf(kind), (Long) revision));
        return new Plan(plan.getDate("at").toInstant(), plan.getString("by"), with);
    }

    private static Document finding(Finding finding) {
        return new Document("where", finding.where())
                .append("words", finding.words())
                .append("wordsZh", finding.wordsZh());
    }
}
