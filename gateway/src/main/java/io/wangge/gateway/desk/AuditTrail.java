package io.wangge.gateway.desk;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Refused;
import io.wangge.contracts.Streams;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.gateway.account.SignInRecord;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * State and audit event of an account go into one guarded write: nobody signs in unrecorded. While MongoDB is away nobody
 * signs in at all (503); while Kafka is away the events wait in the account's document, and only when too many wait is that
 * one account refused (503). Those who are signed in already notice neither.
 */
final class AuditTrail {
    /** Several tries on one account at once: each loses the race at most once to each of the others. */
    private static final int MOST_RACES = 20;

    private final StreamStore<SignInRecord> records;

    AuditTrail(StreamStore<SignInRecord> records) {
        this.records = records;
    }

    /** What is to be written. @param event null: nothing, {@code answer} is all */
    record Step<A>(SignInRecord after, @Nullable AuditEvent event, A answer) {}

    /** What stands of the account; {@link SignInRecord#NONE} where nothing happened on it yet. */
    SignInRecord of(String username) {
        return recordIn(records.load(username));
    }

    /**
     * @param commandId a repeat writes nothing and gets the answer of the first step again
     * @throws NotRecorded when the outcome is unknown or too many events wait
     */
    <A> A write(
            String username, String commandId, @Nullable String traceparent, Function<SignInRecord, Step<A>> decide) {
        for (int race = 0; race < MOST_RACES; race++) {
            Optional<Stored<SignInRecord>> stored = records.load(username);
            Step<A> step = decide.apply(recordIn(stored));
            if (step.event() == null
                    || stored.map(s -> s.producedBy(commandId).isPresent()).orElse(false)) {
                return step.answer();
            }
            switch (commit(username, commandId, traceparent, stored, step)) {
                case Commit.Done<SignInRecord> done -> {
                    return step.answer();
                }
                case Commit.LostRace<SignInRecord> lost -> {}
                case Commit.DuplicateKey<SignInRecord> created -> {}
                case Commit.OutboxFull<SignInRecord> full -> throw new NotRecorded("outbox-full");
                case Commit.Unknown<SignInRecord> unknown -> throw new NotRecorded("outcome-unknown");
                case Commit.BadDocument<SignInRecord> bad ->
                    throw new IllegalStateException("Sign-in record refused by the store: " + bad.message());
            }
        }
        throw new NotRecorded("sign-in-busy");
    }

    private static SignInRecord recordIn(Optional<Stored<SignInRecord>> stored) {
        return stored.map(Stored::value).orElse(SignInRecord.NONE);
    }

    private Commit<SignInRecord> commit(
            String username,
            String commandId,
            @Nullable String traceparent,
            Optional<Stored<SignInRecord>> stored,
            Step<?> step) {
        long seq = stored.map(Stored::version).orElse(0L) + 1;
        var event = new Envelope<>(
                Streams.account(username), seq, step.after().lastEventAt(), traceparent, present(step.event()));
        return stored.map(before -> records.update(before, step.after(), commandId, List.of(event)))
                .orElseGet(() -> records.create(username, step.after(), commandId, List.of(event)));
    }

    private static AuditEvent present(@Nullable AuditEvent event) {
        if (event == null) {
            throw new IllegalArgumentException("Nothing to write");
        }
        return event;
    }

    /** The store did not take the event, or nobody knows; the HTTP door answers 503. */
    static final class NotRecorded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotRecorded(String code) {
            super(code);
        }

        Refused refused() {
            return Refused.of(String.valueOf(getMessage()));
        }
    }
}
