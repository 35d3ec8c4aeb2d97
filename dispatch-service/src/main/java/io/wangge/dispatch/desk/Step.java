package io.wangge.dispatch.desk;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.Facts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision does to a case, ready to be stored: the state after it and its events, each with how the case stands
 * after that very event.
 */
record Step(Case after, List<Envelope<CaseMessage<CaseEvent>>> events) {

    static Step opening(Accepted accepted, String caseId, @Nullable String traceparent, Facts facts) {
        if (!(accepted.events().getFirst() instanceof Opened opened)) {
            throw new IllegalArgumentException("A case begins with Opened");
        }
        Case first = Case.open(caseId, opened, accepted.at());
        Builder builder = new Builder(accepted, first, 0, traceparent, facts);
        builder.add(opened, first);
        accepted.events().stream().skip(1).forEach(builder::apply);
        return builder.step();
    }

    static Step next(Accepted accepted, Case before, long version, @Nullable String traceparent, Facts facts) {
        Builder builder = new Builder(accepted, before, version, traceparent, facts);
        accepted.events().forEach(builder::apply);
        return builder.step();
    }

    private static final class Builder {
        private final Accepted accepted;
        private final Facts facts;
        private final @Nullable String traceparent;
        private final List<Envelope<CaseMessage<CaseEvent>>> events = new ArrayList<>();
        private Case now;
        private long seq;

        Builder(Accepted accepted, Case before, long version, @Nullable String traceparent, Facts facts) {
            this.facts = facts;
            this.accepted = accepted;
            this.traceparent = traceparent;
            this.now = before;
            this.seq = version;
        }

        void apply(CaseEvent event) {
            add(event, now.apply(event, accepted.at(), facts));
        }

        void add(CaseEvent event, Case after) {
            now = after;
            seq++;
            events.add(new Envelope<>(
                    Streams.ofCase(after.id()),
                    seq,
                    accepted.at(),
                    traceparent,
                    new CaseMessage<>(accepted.by(), after.summary(), event)));
        }

        Step step() {
            return new Step(now, List.copyOf(events));
        }
    }
}
