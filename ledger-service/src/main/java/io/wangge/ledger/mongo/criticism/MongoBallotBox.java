package io.wangge.ledger.mongo.criticism;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.wangge.ledger.criticism.BallotBox;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One document with who has voted, in order of their ids, and one with the ballots, in the order of random keys: neither
 * has times, and a ballot's place says nothing of when it came. Both are written in one transaction.
 */
public final class MongoBallotBox implements BallotBox {
    private static final TransactionOptions OPTIONS = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY)
            .build();
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoClient client;
    private final MongoCollection<Document> voters;
    private final MongoCollection<Document> ballots;
    private final Supplier<String> randomKeys;

    /** @param randomKeys nobody can foresee or repeat them */
    public MongoBallotBox(MongoClient client, MongoDatabase database, Supplier<String> randomKeys) {
        this.client = client;
        this.voters = database.getCollection(CriticismMigrations.VOTERS);
        this.ballots = database.getCollection(CriticismMigrations.BALLOTS);
        this.randomKeys = randomKeys;
    }

    @Override
    public void open(String scoringId) {
        ballots.updateOne(eq("_id", scoringId), Updates.setOnInsert("ballots", List.of()), UPSERT);
        voters.updateOne(
                eq("_id", scoringId),
                Updates.combine(Updates.setOnInsert("open", true), Updates.setOnInsert("voted", List.of())),
                UPSERT);
    }

    @Override
    public Cast cast(String scoringId, String judge, String commandId, Map<String, Integer> scores) {
        try (ClientSession session = client.startSession()) {
            return session.withTransaction(() -> once(session, scoringId, judge, commandId, scores), OPTIONS);
        }
    }

    private Cast once(
            ClientSession session, String scoringId, String judge, String commandId, Map<String, Integer> scores) {
        Document voter = new Document("judge", judge).append("command", commandId);
        long marked = voters.updateOne(
                        session,
                        and(eq("_id", scoringId), eq("open", true), ne("voted.judge", judge)),
                        Updates.pushEach(
                                "voted", List.of(voter), new PushOptions().sortDocument(new Document("judge", 1))))
                .getModifiedCount();
        if (marked == 0) {
            return before(session, scoringId, judge, commandId);
        }
        Document ballot = new Document("key", randomKeys.get()).append("scores", new Document(new TreeMap<>(scores)));
        ballots.updateOne(
                session,
                eq("_id", scoringId),
                Updates.pushEach("ballots", List.of(ballot), new PushOptions().sortDocument(new Document("key", 1))));
        return Cast.COUNTED;
    }

    private Cast before(ClientSession session, String scoringId, String judge, String commandId) {
        Document box = Objects.requireNonNull(
                voters.find(session, eq("_id", scoringId)).first());
        return votedIn(box).stream()
                .filter(voter -> voter.getString("judge").equals(judge))
                .findFirst()
                .map(voter -> voter.getString("command").equals(commandId) ? Cast.COUNTED : Cast.VOTED_ALREADY)
                .orElse(Cast.CLOSED);
    }

    @Override
    public int voted(String scoringId) {
        return votedIn(voters.find(eq("_id", scoringId)).first()).size();
    }

    @Override
    public Counted close(String scoringId) {
        try (ClientSession session = client.startSession()) {
            return session.withTransaction(
                    () -> {
                        voters.updateOne(session, eq("_id", scoringId), Updates.set("open", false));
                        List<String> voted = votedIn(voters.find(session, eq("_id", scoringId))
                                        .first())
                                .stream()
                                .map(voter -> voter.getString("judge"))
                                .toList();
                        Document box = Objects.requireNonNull(
                                ballots.find(session, eq("_id", scoringId)).first());
                        return new Counted(
                                voted,
                                box.getList("ballots", Document.class).stream()
                                        .map(ballot -> scores(ballot.get("scores", Document.class)))
                                        .toList());
                    },
                    OPTIONS);
        }
    }

    private static List<Document> votedIn(@Nullable Document box) {
        return box == null ? List.of() : box.getList("voted", Document.class, List.of());
    }

    private static Map<String, Integer> scores(Document scores) {
        return scores.keySet().stream().collect(Collectors.toMap(id -> id, scores::getInteger));
    }
}
