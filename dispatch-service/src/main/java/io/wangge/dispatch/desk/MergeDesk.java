package io.wangge.dispatch.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseCommand;
import io.wangge.dispatch.casefile.CaseDecider;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.Decision.Rejected;
import io.wangge.dispatch.casefile.Facts;
import io.wangge.dispatch.casefile.SuperiorLimit;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The other case of a merge. The two are two documents and two writes: the one that carries learns of it first, so that no
 * reporter is ever forgotten; sending the same command again finishes what was cut off in between.
 */
final class MergeDesk {
    private static final int TRIES = 5;

    private final StreamStore<Case> cases;
    private final FactsNow facts;

    MergeDesk(StreamStore<Case> cases, FactsNow facts) {
        this.cases = cases;
        this.facts = facts;
    }

    /** @return why not; empty when {@code intoId} carries {@code from} now */
    Optional<CommandOutcome> join(
            Case from, String intoId, String commandId, Caller caller, @Nullable String traceparent) {
        List<String> residents = Stream.ofNullable(from.opened().residentId()).toList();
        CaseCommand join = new CaseCommand.Join(caller, from.id(), residents, SuperiorLimit.orderOf(from.opened()));
        return change(intoId, commandId + "-join", join, traceparent);
    }

    /** @return why not; a case that does not carry the other is as wished */
    Optional<CommandOutcome> part(
            String fromId, String intoId, String commandId, Caller caller, @Nullable String traceparent) {
        return change(intoId, commandId + "-part", new CaseCommand.Part(caller, fromId), traceparent)
                .filter(outcome -> !(outcome instanceof CommandOutcome.Rejected(Refused refused))
                        || !refused.code().equals("not-joined"));
    }

    private Optional<CommandOutcome> change(
            String caseId, String commandId, CaseCommand command, @Nullable String traceparent) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Stored<Case>> found = cases.load(caseId);
            if (found.isEmpty()) {
                return Optional.of(new CommandOutcome.Rejected(new Refused("no-such-case", Map.of("caseId", caseId))));
            }
            Stored<Case> stored = found.get();
            if (stored.producedBy(commandId).isPresent()) {
                return Optional.empty();
            }
            Facts now = facts.get();
            switch (CaseDecider.decide(stored.value(), command, now)) {
                case Rejected(Refused refused) -> {
                    return Optional.of(new CommandOutcome.Rejected(refused));
                }
                case Accepted accepted -> {
                    Step step = Step.next(accepted, stored.value(), stored.version(), traceparent, now);
                    Optional<CommandOutcome> told =
                            WriteOutcome.told(caseId, cases.update(stored, step.after(), commandId, step.events()));
                    if (told.isPresent()) {
                        return told.filter(outcome -> !(outcome instanceof CommandOutcome.Done));
                    }
                    // Somebody else was first: looked at again.
                }
            }
        }
        return Optional.of(new CommandOutcome.Unknown());
    }
}
