package io.wangge.dispatch.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.casefile.Action;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseCommand;
import io.wangge.dispatch.casefile.CaseDecider;
import io.wangge.dispatch.casefile.Decision;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.Decision.Rejected;
import io.wangge.dispatch.casefile.Facts;
import io.wangge.dispatch.casefile.Proceedings.Merge;
import io.wangge.dispatch.casefile.StaffCommand;
import io.wangge.dispatch.casefile.Visibility;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What staff do with cases: see one, ask what they may do, and do it. Everything is limited to the caller's scope. */
public final class CaseDesk {
    private final StreamStore<Case> cases;
    private final FactsNow facts;
    private final MergeDesk merges;

    public CaseDesk(StreamStore<Case> cases, FactsNow facts) {
        this.cases = cases;
        this.facts = facts;
        this.merges = new MergeDesk(cases, facts);
    }

    /** Empty for a case that is not there, or not for this caller. */
    public Optional<Stored<Case>> find(String caseId, Caller caller) {
        return cases.load(caseId).filter(stored -> Visibility.sees(stored.value(), caller));
    }

    /** As {@link #find}, once the case has reached {@code seq}, also when it does not exist yet; or as it is by then. */
    public Optional<Stored<Case>> findAtLeast(String caseId, long seq, Duration atMost, Caller caller) {
        return cases.loadAtLeast(caseId, seq, atMost).filter(stored -> Visibility.sees(stored.value(), caller));
    }

    /** Each action with why it is not allowed now; empty when it is. */
    public Map<Action, Optional<Refused>> actions(Case theCase, Caller caller) {
        Facts now = facts.get();
        Map<Action, Optional<Refused>> actions = new LinkedHashMap<>();
        for (Action action : Action.values()) {
            actions.put(action, action.whyNot(theCase, caller, now));
        }
        return actions;
    }

    /**
     * Carries out a command once, however often it is sent.
     *
     * @param version that the caller has seen; a repeat is answered before it is looked at
     */
    public CommandOutcome command(
            String caseId,
            String commandId,
            long version,
            Caller caller,
            StaffCommand command,
            @Nullable String traceparent) {
        Optional<Stored<Case>> found = findAtLeast(caseId, version, Duration.ZERO, caller);
        if (found.isEmpty()) {
            return new CommandOutcome.Rejected(new Refused("not-found", Map.of("id", caseId)));
        }
        Stored<Case> stored = found.get();
        if (stored.producedBy(commandId).isPresent()) {
            return new CommandOutcome.Done(stored);
        }
        if (stored.version() != version) {
            return new CommandOutcome.Stale(stored.version());
        }
        Facts now = facts.get();
        Decision decision = CaseDecider.decide(stored.value(), new CaseCommand.ByStaff(caller, command), now);
        return switch (decision) {
            case Rejected rejected -> notOvertaken(stored, commandId, caller, rejected);
            case Accepted accepted ->
                otherCase(stored.value(), command, commandId, caller, traceparent)
                        .orElseGet(() -> save(stored, commandId, accepted, traceparent, now));
        };
    }

    /** A merge and its undoing concern two cases; the other one goes first. Present when that could not be. */
    private Optional<CommandOutcome> otherCase(
            Case theCase, StaffCommand command, String commandId, Caller caller, @Nullable String traceparent) {
        return switch (command) {
            case StaffCommand.Merge merge -> merges.join(theCase, merge.caseId(), commandId, caller, traceparent);
            case StaffCommand.UndoMerge undo
            when theCase.proceedings().merge() instanceof Merge merge ->
                merges.part(theCase.id(), merge.caseId(), commandId, caller, traceparent);
            default -> Optional.empty();
        };
    }

    private CommandOutcome save(
            Stored<Case> before, String commandId, Accepted accepted, @Nullable String traceparent, Facts now) {
        Step step = Step.next(accepted, before.value(), before.version(), traceparent, now);
        return WriteOutcome.told(before.id(), cases.update(before, step.after(), commandId, step.events()))
                .orElseGet(() -> afterLostRace(before, commandId));
    }

    /** No guarded write stands behind a refusal: what was decided on has to be what is stored. */
    private CommandOutcome notOvertaken(Stored<Case> before, String commandId, Caller caller, Rejected rejected) {
        boolean overtaken = find(before.id(), caller).map(Stored::version).orElse(0L) != before.version();
        return overtaken ? afterLostRace(before, commandId) : new CommandOutcome.Rejected(rejected.refused());
    }

    /** The winner was this very command, sent twice at once; or somebody else, and the caller has to look again. */
    private CommandOutcome afterLostRace(Stored<Case> before, String commandId) {
        return cases.load(before.id())
                .<CommandOutcome>map(now -> now.producedBy(commandId).isPresent()
                        ? new CommandOutcome.Done(now)
                        : new CommandOutcome.Stale(now.version()))
                .orElseGet(CommandOutcome.Unknown::new);
    }
}
