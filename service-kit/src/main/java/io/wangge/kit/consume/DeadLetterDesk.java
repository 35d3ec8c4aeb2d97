package io.wangge.kit.consume;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.contracts.audit.AuditEvent.DeadLettersDiscarded;
import io.wangge.contracts.audit.AuditEvent.DeadLettersReplayed;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.DocumentMapper;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.store.StreamStores;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Administrators' hands on dead letters. What is done stands in the ledger before it is done: an act whose recording is not
 * known to have succeeded does nothing, and may be asked again under the same id.
 */
public final class DeadLetterDesk {
    static final String COLLECTION = "dead_letter_acts";

    private final String service;
    private final DeadLetters letters;
    private final EventsHealth health;
    private final InstantSource clock;
    private final StreamStore<Act> acts;

    /** @param reason null for a replay */
    private record Act(
            List<String> letters, String by, @Nullable String reason, Instant at) {}

    /** @param done those that were there @param gone those that somebody else had seen to already */
    public record Outcome(List<String> done, List<String> gone) {}

    /** The store did not take the record, or nobody knows. */
    public static final class NotRecorded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotRecorded(String code) {
            super(code);
        }
    }

    DeadLetterDesk(String service, DeadLetters letters, EventsHealth health, StreamStores stores, InstantSource clock) {
        this.service = service;
        this.letters = letters;
        this.health = health;
        this.clock = clock;
        this.acts =
                stores.open(COLLECTION, Topics.AUDIT, Streams::deadLetters, UnaryOperator.identity(), new ActMapper());
    }

    public String service() {
        return service;
    }

    public DeadLetters letters() {
        return letters;
    }

    /** How many there are of each topic, and what else waits for a hand. */
    public Map<String, Object> counts() {
        return health.health().getDetails();
    }

    /**
     * Sends them to their topics once more.
     *
     * @param id made by the client; the same again records nothing more
     * @throws NotRecorded when nothing was done
     */
    public Outcome replay(String id, List<String> which, Actor by, @Nullable String traceparent) {
        record(
                id,
                new Act(which, by.id(), null, clock.instant()),
                new DeadLettersReplayed(service, which, by),
                traceparent);
        return each(which, letter -> letters.replay(service, letter));
    }

    /**
     * Takes them off the list for good.
     *
     * @throws NotRecorded when nothing was done
     */
    public Outcome discard(String id, List<String> which, String reason, Actor by, @Nullable String traceparent) {
        record(
                id,
                new Act(which, by.id(), reason, clock.instant()),
                new DeadLettersDiscarded(service, which, by, reason),
                traceparent);
        return each(which, letters::discard);
    }

    private Outcome each(List<String> which, java.util.function.Predicate<String> act) {
        List<String> done = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        which.forEach(letter -> (act.test(letter) ? done : gone).add(letter));
        health.forget();
        return new Outcome(done, gone);
    }

    private void record(String id, Act act, AuditEvent event, @Nullable String traceparent) {
        Commit<Act> commit = acts.create(
                id, act, id, List.of(new Envelope<>(Streams.deadLetters(id), 1, act.at(), traceparent, event)));
        switch (commit) {
            case Commit.Done<Act> done -> {}
            // Asked again: it stands there already.
            case Commit.DuplicateKey<Act> again -> {}
            case Commit.LostRace<Act> again -> {}
            case Commit.OutboxFull<Act> full -> throw new NotRecorded("outbox-full");
            case Commit.Unknown<Act> unknown -> throw new NotRecorded("outcome-unknown");
            case Commit.BadDocument<Act>(String message) ->
                throw new IllegalStateException("The store refused what was done with dead letters: " + message);
        }
    }

    private static final class ActMapper implements DocumentMapper<Act> {
        @Override
        public Document toDocument(Act act) {
            Document document = new Document("letters", act.letters())
                    .append("by", act.by())
                    .append("at", Date.from(act.at()));
            return act.reason() == null ? document : document.append("reason", act.reason());
        }

        @Override
        public Act fromDocument(String id, Document of) {
            return new Act(
                    of.getList("letters", String.class),
                    of.getString("by"),
                    of.getString("reason"),
                    of.getDate("at").toInstant());
        }
    }
}
