package io.wangge.dispatch.desk;

import io.wangge.contracts.casefile.TableVersions;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.reference.Edition;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.reference.ReferenceAssembly;
import io.wangge.dispatch.reference.ReferenceAssembly.Outcome;
import io.wangge.dispatch.reference.ReferenceKind;
import io.wangge.dispatch.reference.ReferenceLibrary;
import io.wangge.dispatch.routing.CompiledRuleBook;
import io.wangge.dispatch.routing.ConditionCompiler;
import io.wangge.dispatch.routing.Explanation;
import io.wangge.dispatch.routing.Matter;
import io.wangge.dispatch.routing.Route;
import io.wangge.dispatch.routing.Router;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says why a case went where it went when it was opened: asks the rule book, the organisation and the calendar that decided
 * it. Versions are never changed, so a case keeps their numbers only; for one from before it did, those that were in force
 * at the time.
 */
public final class RouteHistory {
    /** Cases of one day mostly have the same versions; an assembled whole takes some megabytes. */
    private static final int KEPT = 4;

    private final ReferenceLibrary library;
    private final ReferenceAssembly assembly;
    private final ConditionCompiler compiler;
    private final Map<Map<ReferenceKind, Long>, Router> routers =
            Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Map<ReferenceKind, Long>, Router> eldest) {
                    return size() > KEPT;
                }
            });

    public RouteHistory(ReferenceLibrary library, ReferenceAssembly assembly, ConditionCompiler compiler) {
        this.library = library;
        this.assembly = assembly;
        this.compiler = compiler;
    }

    /** @param versions that were in force when the case was opened, kind by kind */
    public record Explained(Explanation explanation, Map<ReferenceKind, Long> versions) {}

    /** Empty when what was in force then is not known any more, or does not stand together. */
    public Optional<Explained> explain(Case theCase) {
        TableVersions remembered = theCase.opened().versions();
        // Kinds that decide nothing about a case are not remembered, but the whole needs them.
        Map<ReferenceKind, Long> versions = versionsAt(theCase.openedAt());
        if (remembered != null) {
            versions.putAll(Reference.byKind(remembered));
            versions.values().removeIf(version -> version == 0);
        }
        return router(versions).map(router -> new Explained(router.explain(Matter.of(theCase.opened())), versions));
    }

    /**
     * @param unit that the rules of now give the case to; where they ask a person, the one that its category names
     * @param byRule whether a rule names it
     */
    public record Proposal(Explanation explanation, Optional<UnitItem> unit, boolean byRule) {}

    /**
     * What is proposed to the dispatcher whose word a case waits for: nothing is decided by it.
     *
     * @param category were it of this one; null for the case's own
     * @return empty when what is in force now does not stand together
     */
    public Optional<Proposal> propose(Case theCase, @Nullable String category, Instant now) {
        Matter matter = Matter.of(theCase.opened()).of(category == null ? theCase.category() : category);
        return router(versionsAt(now)).map(router -> {
            Explanation explanation = router.explain(matter);
            Optional<UnitItem> byRule =
                    explanation.route() instanceof Route.ToUnit to ? Optional.of(to.unit()) : Optional.empty();
            return new Proposal(explanation, byRule.or(() -> router.usualUnit(matter)), byRule.isPresent());
        });
    }

    private Map<ReferenceKind, Long> versionsAt(Instant moment) {
        Map<ReferenceKind, Long> versions = new LinkedHashMap<>();
        for (ReferenceKind kind : ReferenceKind.values()) {
            library.versions(kind).stream()
                    .filter(note -> !note.activatedAt().isAfter(moment))
                    .findFirst()
                    .ifPresent(note -> versions.put(kind, note.version()));
        }
        return versions;
    }

    private Optional<Router> router(Map<ReferenceKind, Long> versions) {
        Router kept = routers.get(versions);
        if (kept != null) {
            return Optional.of(kept);
        }
        List<Edition> editions = versions.entrySet().stream()
                .flatMap(version -> library.edition(version.getKey(), version.getValue()).stream())
                .toList();
        if (!(assembly.assemble(editions) instanceof Outcome.Whole(Reference reference))) {
            return Optional.empty();
        }
        Router router = new Router(
                CompiledRuleBook.compile(reference.ruleBook(), compiler),
                reference.directory(),
                reference.calendar(),
                reference.mandates(),
                reference.assets());
        routers.put(versions, router);
        return Optional.of(router);
    }
}
