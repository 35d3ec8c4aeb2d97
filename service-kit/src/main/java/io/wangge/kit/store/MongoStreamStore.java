package io.wangge.kit.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.WriteModel;
import io.wangge.contracts.Envelope;
import io.wangge.kit.outbox.OutboxRelay;
import io.wangge.kit.outbox.PendingEvent;
import io.wangge.kit.store.GroupWriter.Outcome;
import io.wangge.kit.store.GroupWriter.Write;
import io.wangge.kit.store.Stored.CommandMark;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A {@link StreamStore} on one collection, with group commit, group load and the outbox relay. */
final class MongoStreamStore<T> implements StreamStore<T>, AutoCloseable {
    /** A case has a handful of events a day: more waiting means that the broker is away, and memory is finite. */
    static final int MAX_PENDING = 64;

    private static final int MAX_BATCH = 500;

    private final MongoCollection<Document> collection;
    private final DocumentMapper<T> mapper;
    private final InstantSource clock;
    private final OutboxRelay relay;
    private final GroupWriter writer;
    private final GroupLoader loader;
    private final Bson read;
    private final SeqWaiters waiters = new SeqWaiters();
    private final LatelyWritten<T> lately = new LatelyWritten<>();

    MongoStreamStore(
            MongoCollection<Document> collection, DocumentMapper<T> mapper, OutboxRelay relay, InstantSource clock) {
        this.collection = collection;
        this.mapper = mapper;
        this.clock = clock;
        this.relay = relay;
        this.writer = new GroupWriter(collection, MAX_BATCH);
        this.read = Projections.fields(StreamDocument.WITHOUT_BODIES, Projections.exclude(mapper.notRead()));
        this.loader = new GroupLoader(collection, MAX_BATCH, read);
    }

    @Override
    public Optional<Stored<T>> load(String id) {
        return loader.load(id).map(this::stored);
    }

    @Override
    public Map<String, Stored<T>> loadAll(Collection<String> ids) {
        Map<String, Stored<T>> found = new HashMap<>();
        if (!ids.isEmpty()) {
            collection
                    .find(Filters.in("_id", ids))
                    .projection(read)
                    .forEach(document -> found.put(document.getString("_id"), stored(document)));
        }
        return found;
    }

    @Override
    public Map<String, Stored<T>> loadToChange(Collection<String> ids) {
        Map<String, Stored<T>> found = new HashMap<>();
        List<String> others = new ArrayList<>();
        for (String id : ids) {
            lately.find(id).ifPresentOrElse(stored -> found.put(id, stored), () -> others.add(id));
        }
        found.putAll(loadAll(others));
        return found;
    }

    @Override
    public CompletableFuture<Commit<T>> createLater(
            String id, T value, String commandId, List<? extends Envelope<?>> events) {
        List<PendingEvent> pending = events.stream().map(PendingEvent::of).toList();
        Document fields = mapper.toDocument(value);
        fields.putAll(mapper.writtenOnce(value));
        Document document = StreamDocument.inserted(id, fields, commandId, pending, clock.instant());
        return submit(
                created(id, value, commandId, pending), commandId, false, new InsertOneModel<>(document), pending);
    }

    @Override
    public CompletableFuture<Commit<T>> updateLater(
            Stored<T> before, T after, String commandId, List<? extends Envelope<?>> events) {
        int waiting = before.pendingEvents() + events.size();
        if (waiting > MAX_PENDING) {
            return CompletableFuture.completedFuture(new Commit.OutboxFull<>());
        }
        List<PendingEvent> pending = events.stream().map(PendingEvent::of).toList();
        WriteModel<Document> model = StreamDocument.updated(
                before.id(),
                before.version(),
                mapper.toDocument(before.value()),
                mapper.toDocument(after),
                commandId,
                pending,
                clock.instant());
        long version = StreamDocument.lastSeq(pending);
        List<CommandMark> commands = new ArrayList<>(before.commands());
        commands.add(new CommandMark(commandId, version));
        Stored<T> now = new Stored<>(before.id(), version, after, StreamDocument.lastOf(commands), waiting);
        return submit(now, commandId, true, model, pending);
    }

    private static <T> Stored<T> created(String id, T value, String commandId, List<PendingEvent> pending) {
        long version = StreamDocument.lastSeq(pending);
        return new Stored<>(id, version, value, List.of(new CommandMark(commandId, version)), pending.size());
    }

    private CompletableFuture<Commit<T>> submit(
            Stored<T> now, String commandId, boolean guarded, WriteModel<Document> model, List<PendingEvent> pending) {
        Runnable announce = () -> announce(now, pending);
        Write write = new Write(now.id(), commandId, guarded, model, announce, new CompletableFuture<>());
        writer.submit(write);
        return write.outcome().thenApply(outcome -> {
            if (!(outcome instanceof Outcome.Stored)) {
                lately.forget(now.id());
            }
            return commit(outcome, now);
        });
    }

    private void announce(Stored<T> now, List<PendingEvent> pending) {
        if (now.pendingEvents() < MAX_PENDING / 2) {
            lately.wrote(now);
        } else {
            // It counts events as waiting that have long been published: to be looked at again.
            lately.forget(now.id());
        }
        relay.offer(now.id(), now.version(), pending);
        waiters.reached(now.id(), now.version());
    }

    @Override
    public void createdElsewhere(String id, T value, String commandId, List<PendingEvent> events) {
        announce(created(id, value, commandId, events), events);
    }

    @Override
    public void committedElsewhere(String id, long version, List<PendingEvent> events) {
        lately.forget(id);
        relay.offer(id, version, events);
        waiters.reached(id, version);
    }

    private static <T> Commit<T> commit(Outcome outcome, Stored<T> now) {
        return switch (outcome) {
            case Outcome.Stored() -> new Commit.Done<>(now);
            case Outcome.LostRace() -> new Commit.LostRace<>();
            case Outcome.DuplicateKey(String index) -> new Commit.DuplicateKey<>(index);
            case Outcome.BadDocument(String message) -> new Commit.BadDocument<>(message);
            case Outcome.Unknown(String cause) -> new Commit.Unknown<>(cause);
        };
    }

    @Override
    public Optional<Stored<T>> loadAtLeast(String id, long seq, Duration atMost) {
        return waiters.await(
                id,
                seq,
                atMost,
                () -> lately.find(id).filter(stored -> stored.version() >= seq).or(() -> load(id)),
                Stored::version);
    }

    private Stored<T> stored(Document document) {
        String id = document.getString("_id");
        return new Stored<>(
                id,
                document.getLong(StreamDocument.VERSION),
                mapper.fromDocument(id, document),
                StreamDocument.commandsOf(document),
                document.getList(StreamDocument.PENDING, Document.class, List.of())
                        .size());
    }

    @Override
    public void close() {
        writer.close();
        loader.close();
        relay.close();
    }
}
