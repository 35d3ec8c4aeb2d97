package io.wangge.dispatch.reference;

import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.reference.ReferenceAssembly.Outcome;
import io.wangge.kit.directory.DirectoryCopy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the snapshot that decides. It changes as a whole, and only for one that passed every check; what is broken is
 * refused and the one before stays in force.
 */
public final class ReferenceKeeper implements ReferenceData {
    private final ReferenceLibrary library;
    private final ReferenceAssembly assembly;
    private final InstantSource clock;

    private volatile State state = new State(Map.of(), null, new Refreshed.Missing(ReferenceKind.allRequired()));

    public ReferenceKeeper(ReferenceLibrary library, ReferenceAssembly assembly, InstantSource clock) {
        this.library = library;
        this.assembly = assembly;
        this.clock = clock;
    }

    /** What a look into the library brought. */
    public sealed interface Refreshed {
        record Unchanged() implements Refreshed {}

        record Switched(Reference now) implements Refreshed {}

        record Missing(Set<ReferenceKind> kinds) implements Refreshed {}

        /** @param findings why the versions that stand in the library are not used */
        record Refused(List<Finding> findings) implements Refreshed {}
    }

    /** @param seen versions that were looked at last, also when they were refused */
    private record State(
            Map<ReferenceKind, Long> seen, @Nullable Reference reference, Refreshed last) {}

    @Override
    public Reference current() {
        Reference reference = state.reference();
        if (reference == null) {
            throw new DirectoryCopy.DirectoryNotReady();
        }
        return reference;
    }

    /** The same for those who ask as every other service does. */
    public DirectoryCopy directoryCopy() {
        return this::directory;
    }

    private Optional<Directory> directory() {
        return Optional.ofNullable(state.reference()).map(Reference::directory);
    }

    /** Why the newest versions are not in force; {@code Switched} when they are. */
    public Refreshed condition() {
        return state.last();
    }

    /** Looks whether other versions are in force and takes them over. Cheap when none are. */
    public synchronized Refreshed refresh() {
        Map<ReferenceKind, Long> versions = library.activeVersions();
        State before = state;
        if (versions.equals(before.seen())) {
            return new Refreshed.Unchanged();
        }
        List<Edition> editions = library.active();
        Map<ReferenceKind, Long> seen = new EnumMap<>(ReferenceKind.class);
        editions.forEach(edition -> seen.put(edition.kind(), edition.version()));
        Refreshed outcome = switch (assembly.assemble(editions)) {
            case Outcome.Whole(Reference reference) -> new Refreshed.Switched(reference);
            case Outcome.Broken(List<Finding> findings) -> new Refreshed.Refused(findings);
            case Outcome.Incomplete(Set<ReferenceKind> kinds) -> new Refreshed.Missing(kinds);
        };
        Reference reference = outcome instanceof Refreshed.Switched(Reference now) ? now : before.reference();
        state = new State(Map.copyOf(seen), reference, outcome);
        return outcome;
    }

    /**
     * What would be wrong if these contents came into force now; nothing is stored.
     *
     * @param contents those kinds that are to be replaced
     */
    public List<Finding> check(Collection<Content> contents) {
        Map<ReferenceKind, Edition> next = new EnumMap<>(ReferenceKind.class);
        library.active().forEach(edition -> next.put(edition.kind(), edition));
        contents.forEach(content -> next.put(content.kind(), new Edition(1, 1, clock.instant(), content)));
        return switch (assembly.assemble(new ArrayList<>(next.values()))) {
            case Outcome.Broken(List<Finding> findings) -> findings;
            case Outcome.Incomplete(Set<ReferenceKind> kinds) ->
                List.of(new Finding("reference data", "nothing is known of " + kinds, "尚缺以下基础数据：" + kinds));
            case Outcome.Whole whole -> List.of();
        };
    }

    /**
     * Brings these contents into force, unless the whole with them would be broken: then nothing is stored.
     *
     * @param contents those kinds that are to be replaced
     * @return what is wrong, empty when they are in force now
     */
    public synchronized List<Finding> replace(Collection<Content> contents) {
        List<Finding> findings = check(contents);
        if (findings.isEmpty()) {
            library.activate(contents, clock.instant());
            refresh();
        }
        return findings;
    }
}
