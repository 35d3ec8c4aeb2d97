package io.wangge.dispatch.reference;

import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.reference.Draft.Plan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What administrators do with drafts: check one, compare it, bring it into force now or at a time. */
public final class DraftDesk {
    private final DraftShelf shelf;
    private final ReferenceLibrary library;
    private final ReferenceKeeper keeper;
    private final InstantSource clock;

    public DraftDesk(DraftShelf shelf, ReferenceLibrary library, ReferenceKeeper keeper, InstantSource clock) {
        this.shelf = shelf;
        this.library = library;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** What came of a wish to bring drafts into force. */
    public sealed interface Activation {
        /** @param editions none when the drafts say what is in force already */
        record Done(List<Edition> editions) implements Activation {}

        record Planned(Draft draft) implements Activation {}

        /** Nothing changed. @param findings at least one */
        record Broken(List<Finding> findings) implements Activation {}

        /** Another revision stands there. @param current its number, {@link DraftShelf#NONE} when there is none */
        record Stale(ReferenceKind kind, long current) implements Activation {}
    }

    /** What came of a planned activation whose time had come. */
    public record Outcome(Draft draft, Activation activation) {}

    /** What would be wrong if these drafts came into force now, together with all that is in force. */
    public List<Finding> check(Collection<Draft> drafts) {
        return keeper.check(drafts.stream().map(Draft::content).toList());
    }

    /** The draft of {@code kind} and those of {@code with}, as far as there are any. */
    public List<Draft> together(ReferenceKind kind, Set<ReferenceKind> with) {
        return shelf.all().stream()
                .filter(draft -> draft.kind() == kind || with.contains(draft.kind()))
                .toList();
    }

    /** What a draft changes of the version in force. */
    public List<Change> changes(Draft draft) {
        return Change.between(
                library.active().stream()
                        .filter(edition -> edition.kind() == draft.kind())
                        .map(Edition::content)
                        .findAny(),
                draft.content());
    }

    /**
     * Brings drafts into force, or says when they will be.
     *
     * @param revision of the draft of {@code kind} that the caller has seen
     * @param with other drafts that come into force in the same moment, as when grids follow their units
     * @param at null for now; a time that has passed is now
     */
    public Activation activate(
            ReferenceKind kind, long revision, Set<ReferenceKind> with, @Nullable Instant at, String by) {
        List<Draft> drafts = together(kind, with);
        Optional<Draft> named =
                drafts.stream().filter(draft -> draft.kind() == kind).findAny();
        if (named.isEmpty() || named.get().revision() != revision) {
            return new Activation.Stale(kind, named.map(Draft::revision).orElse(DraftShelf.NONE));
        }
        for (ReferenceKind other : with) {
            if (drafts.stream().noneMatch(draft -> draft.kind() == other)) {
                return new Activation.Stale(other, DraftShelf.NONE);
            }
        }
        List<Finding> findings = check(drafts);
        if (!findings.isEmpty()) {
            return new Activation.Broken(findings);
        }
        return at == null || !at.isAfter(clock.instant())
                ? now(named.get(), drafts, by)
                : later(named.get(), drafts, at, by);
    }

    private Activation now(Draft named, List<Draft> drafts, String by) {
        Optional<List<Edition>> editions = shelf.activate(drafts, by, clock.instant());
        keeper.refresh();
        return editions.<Activation>map(Activation.Done::new).orElseGet(() -> stale(named.kind()));
    }

    private Activation later(Draft named, List<Draft> drafts, Instant at, String by) {
        Map<ReferenceKind, Long> with = new EnumMap<>(ReferenceKind.class);
        drafts.stream()
                .filter(draft -> draft.kind() != named.kind())
                .forEach(draft -> with.put(draft.kind(), draft.revision()));
        return shelf.plan(named, new Plan(at, by, with), List.of())
                .<Activation>map(Activation.Planned::new)
                .orElseGet(() -> stale(named.kind()));
    }

    private Activation stale(ReferenceKind kind) {
        return new Activation.Stale(kind, shelf.find(kind).map(Draft::revision).orElse(DraftShelf.NONE));
    }

    /**
     * Carries out the plans whose time has come, oldest first. They are checked again: what was right when it was planned
     * may not be any more. A draft that cannot come into force stays, with the reason, and its plan is over.
     *
     * @return what came of each that this replica took; nothing for those that another one took
     */
    public List<Outcome> activateDue() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Draft due : shelf.due(clock.instant())) {
            Plan plan = due.plan();
            if (plan != null) {
                activateDue(due, plan).ifPresent(activation -> outcomes.add(new Outcome(due, activation)));
            }
        }
        return outcomes;
    }

    private Optional<Activation> activateDue(Draft due, Plan plan) {
        List<Draft> drafts = together(due.kind(), plan.with().keySet());
        List<Finding> findings = new ArrayList<>();
        plan.with().forEach((kind, revision) -> {
            if (drafts.stream().noneMatch(draft -> draft.kind() == kind && draft.revision() == revision)) {
                findings.add(new Finding(
                        "draft " + kind.code(),
                        "it was to come into force together, and was changed since",
                        "原定同时生效，但草稿之后又被修改"));
            }
        });
        if (findings.isEmpty()) {
            findings.addAll(check(drafts));
        }
        if (!findings.isEmpty()) {
            return shelf.plan(due, null, findings).map(refused -> new Activation.Broken(findings));
        }
        Optional<List<Edition>> editions = shelf.activate(drafts, plan.by(), clock.instant());
        keeper.refresh();
        return editions.map(Activation.Done::new);
    }
}
