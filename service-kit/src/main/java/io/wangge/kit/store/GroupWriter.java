package io.wangge.kit.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: whatever waits is written in one unordered bulk, without a delay when nothing does, and each caller gets
 * its own outcome. On 2 cores the writes of a lifecycle one by one cost mongod 7 ms CPU, grouped by 64 callers 1.8 ms.
 *
 * <p>A batch holds at most one write per document, so that a lost race is never the batch's own doing.
 */
final class GroupWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int DUPLICATE_KEY = 11000;
    private static final Outcome STORED = new Outcome.Stored();
    private static final Outcome LOST_RACE = new Outcome.LostRace();
    private static final Outcome NOT_THERE = new Outcome.Unknown("not stored by the first try");

    /**
     * @param guarded whether the model's filter names a version, so that it may match nothing
     * @param announce runs once it is stored, in the order of the commits and before its caller hears
     */
    record Write(
            String id,
            String commandId,
            boolean guarded,
            WriteModel<Document> model,
            Runnable announce,
            CompletableFuture<Outcome> outcome) {}

    sealed interface Outcome {
        record Stored() implements Outcome {}

        record LostRace() implements Outcome {}

        record DuplicateKey(String index) implements Outcome {}

        record BadDocument(String message) implements Outcome {}

        record Unknown(String cause) implements Outcome {}
    }

    private final MongoCollection<Document> collection;
    private final Batcher<Write> batcher;

    GroupWriter(MongoCollection<Document> collection, int maxBatch) {
        this.collection = collection;
        String name = "group-writer-" + collection.getNamespace().getCollectionName();
        this.batcher = new Batcher<>(name, maxBatch, Write::id, this::write);
    }

    void submit(Write write) {
        if (!batcher.offer(write)) {
            write.outcome().complete(new Outcome.Unknown("the service is stopping"));
        }
    }

    private void write(List<Write> batch) {
        try {
            settle(batch, bulk(batch));
        } catch (MongoException e) {
            LOG.warn("Outcome of {} writes to {} unknown: {}", batch.size(), collection.getNamespace(), e.toString());
            again(batch);
        } catch (RuntimeException e) {
            // The driver could not encode one of them and may have sent a part: each tries alone.
            batch.forEach(write -> alone(write));
        }
    }

    /** @throws MongoException when nothing is known of the batch, or a majority has not got it yet */
    private List<Outcome> bulk(List<Write> batch) {
        Map<Integer, Outcome> refused = new HashMap<>();
        BulkWriteResult result;
        try {
            result = collection.bulkWrite(batch.stream().map(Write::model).toList(), UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            e.getWriteErrors().forEach(error -> refused.put(error.getIndex(), refusal(error)));
            result = e.getWriteResult();
        }
        long guarded = 0;
        for (int i = 0; i < batch.size(); i++) {
            guarded += batch.get(i).guarded() && !refused.containsKey(i) ? 1 : 0;
        }
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        if (result.getMatchedCount() == guarded) {
            batch.forEach(write -> outcomes.add(STORED));
        } else {
            outcomes.addAll(whoseCommandStands(batch, LOST_RACE));
        }
        refused.forEach(outcomes::set);
        return outcomes;
    }

    private static Outcome refusal(BulkWriteError error) {
        return error.getCode() == DUPLICATE_KEY
                ? new Outcome.DuplicateKey(indexNameIn(error.getMessage()))
                : new Outcome.BadDocument(error.getMessage());
    }

    /** The server names the index in the text only: {@code … index: NAME dup key: …}. */
    private static String indexNameIn(String message) {
        int from = message.indexOf("index: ");
        int to = message.indexOf(" dup key");
        return from >= 0 && to > from ? message.substring(from + 7, to) : "";
    }

    /**
     * Once more for those of whom the store, when it is there again, knows nothing. Their version or their id lets a
     * late first writing and this one not both happen, so that the driver's own retrying, which costs mongod a second
     * write each, is not needed.
     */
    private void again(List<Write> batch) {
        List<Outcome> first = whoseCommandStands(batch, NOT_THERE);
        List<Write> missing = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (first.get(i) == NOT_THERE) {
                missing.add(batch.get(i));
            } else {
                settle(batch.subList(i, i + 1), first.subList(i, i + 1));
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        try {
            settle(missing, withLateFirsts(missing, bulk(missing)));
        } catch (MongoException e) {
            settle(
                    missing,
                    whoseCommandStands(missing, new Outcome.Unknown(e.getClass().getSimpleName())));
        }
    }

    /** Of a second writing a duplicate may be the first one, which came late. */
    private List<Outcome> withLateFirsts(List<Write> batch, List<Outcome> outcomes) {
        List<Outcome> all = new ArrayList<>(outcomes);
        for (int i = 0; i < batch.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.DuplicateKey) {
                all.set(
                        i,
                        whoseCommandStands(batch.subList(i, i + 1), outcomes.get(i))
                                .getFirst());
            }
        }
        return all;
    }

    /** One by one after a partly sent batch: what was refused may have been stored by the first sending. */
    private void alone(Write write) {
        Outcome outcome;
        try {
            outcome = withLateFirsts(List.of(write), bulk(List.of(write))).getFirst();
        } catch (MongoException e) {
            outcome = whoseCommandStands(
                            List.of(write), new Outcome.Unknown(e.getClass().getSimpleName()))
                    .getFirst();
        } catch (RuntimeException e) {
            outcome = new Outcome.BadDocument(String.valueOf(e.getMessage()));
        }
        settle(List.of(write), List.of(outcome));
    }

    /** Looks the batch up: a write whose command id stands in its document was stored, the others get {@code otherwise}. */
    private List<Outcome> whoseCommandStands(List<Write> batch, Outcome otherwise) {
        Map<String, Set<String>> commandsById = new HashMap<>();
        try {
            collection
                    .withReadConcern(ReadConcern.MAJORITY)
                    .find(Filters.in("_id", batch.stream().map(Write::id).toList()))
                    .projection(Projections.include(StreamDocument.COMMANDS + ".id"))
                    .forEach(document ->
                            commandsById.put(document.getString("_id"), StreamDocument.commandIdsOf(document)));
        } catch (MongoException e) {
            Outcome unknown = new Outcome.Unknown(e.getClass().getSimpleName());
            return batch.stream().map(write -> unknown).toList();
        }
        return batch.stream()
                .map(write ->
                        commandsById.getOrDefault(write.id(), new HashSet<>()).contains(write.commandId())
                                ? STORED
                                : otherwise)
                .toList();
    }

    private static void settle(List<Write> batch, List<Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Stored) {
                batch.get(i).announce().run();
            }
            batch.get(i).outcome().complete(outcomes.get(i));
        }
    }

    /** Writes what was handed in, then stops. */
    @Override
    public void close() {
        batcher.close();
    }
}
