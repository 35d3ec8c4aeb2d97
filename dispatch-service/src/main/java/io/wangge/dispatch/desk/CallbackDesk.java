package io.wangge.dispatch.desk;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.callback.CallbackEvent.RoundAnswered;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseCommand.CallbackAnswered;
import io.wangge.dispatch.casefile.CaseDecider;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.Facts;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Applies the outcomes of callback rounds, many at once; every outcome yields an event of its case, once. */
public final class CallbackDesk {
    /** A case loses a race to a person now and then, not for ever. */
    private static final int WAVES = 50;

    private final StreamStore<Case> cases;
    private final FactsNow facts;

    public CallbackDesk(StreamStore<Case> cases, FactsNow facts) {
        this.cases = cases;
        this.facts = facts;
    }

    private record Sent(Envelope<RoundAnswered> answer, CompletableFuture<Commit<Case>> commit) {}

    /**
     * @return outcomes of cases that do not exist; all others are durable when it returns
     * @throws StoreBusy when it is not known of all; sending the same again is safe
     */
    public List<Unusable> apply(List<Envelope<RoundAnswered>> answers) {
        List<Unusable> unusable = new ArrayList<>();
        List<Envelope<RoundAnswered>> left = answers;
        for (int wave = 0; !left.isEmpty(); wave++) {
            if (wave == WAVES) {
                throw new StoreBusy("Lost " + WAVES + " races in a row");
            }
            left = wave(left, unusable);
        }
        return unusable;
    }

    /** One outcome of each case at most; what is left comes in the next wave, in its order. */
    private List<Envelope<RoundAnswered>> wave(List<Envelope<RoundAnswered>> answers, List<Unusable> unusable) {
        Map<String, Envelope<RoundAnswered>> firstOfCase = new LinkedHashMap<>();
        List<Envelope<RoundAnswered>> left = new ArrayList<>();
        for (Envelope<RoundAnswered> answer : answers) {
            if (firstOfCase.putIfAbsent(answer.body().caseId(), answer) != null) {
                left.add(answer);
            }
        }
        Map<String, Stored<Case>> present = cases.loadToChange(firstOfCase.keySet());
        List<Sent> sent = new ArrayList<>();
        firstOfCase.forEach((caseId, answer) -> {
            Stored<Case> stored = present.get(caseId);
            if (stored == null) {
                unusable.add(new Unusable(answer, "no-such-case"));
            } else if (stored.producedBy(answer.id()).isEmpty()) {
                sent.add(send(stored, answer));
            }
        });
        left.addAll(0, lost(sent, unusable));
        return left;
    }

    private Sent send(Stored<Case> stored, Envelope<RoundAnswered> answer) {
        RoundAnswered said = answer.body();
        CallbackAnswered command =
                new CallbackAnswered(said.roundId(), said.reached(), said.settled(), said.grade(), said.unitAtFault());
        Facts now = facts.get();
        if (!(CaseDecider.decide(stored.value(), command, now) instanceof Accepted accepted)) {
            throw new IllegalStateException("An outcome always yields an event");
        }
        Step step = Step.next(accepted, stored.value(), stored.version(), answer.traceparent(), now);
        return new Sent(answer, cases.updateLater(stored, step.after(), answer.id(), step.events()));
    }

    private static List<Envelope<RoundAnswered>> lost(List<Sent> sent, List<Unusable> unusable) {
        List<Envelope<RoundAnswered>> lost = new ArrayList<>();
        for (Sent one : sent) {
            switch (WriteOutcome.inBatch(one.commit().join())) {
                case DONE -> {
                    // its event is on the way
                }
                case LOST_RACE -> lost.add(one.answer());
                case NEVER_STORED -> unusable.add(new Unusable(one.answer(), "cannot-be-stored"));
            }
        }
        return lost;
    }
}
