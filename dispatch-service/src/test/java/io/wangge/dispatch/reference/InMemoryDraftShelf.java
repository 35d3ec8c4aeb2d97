package io.wangge.dispatch.reference;

import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.reference.Draft.Plan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the same promises as the real one, for tests of those who use it. */
public final class InMemoryDraftShelf implements DraftShelf {
    private final ReferenceLibrary library;
    private final Map<ReferenceKind, Draft> drafts = new EnumMap<>(ReferenceKind.class);
    private final Map<ReferenceKind, Long> revisions = new EnumMap<>(ReferenceKind.class);

    public InMemoryDraftShelf(ReferenceLibrary library) {
        this.library = library;
    }

    @Override
    public synchronized Optional<Draft> find(ReferenceKind kind) {
        return Optional.ofNullable(drafts.get(kind));
    }

    @Override
    public synchronized List<Draft> all() {
        return List.copyOf(drafts.values());
    }

    @Override
    public synchronized Optional<Draft> put(long expected, Content content, String by, Instant at) {
        return putAll(List.of(new Expected(expected, content)), by, at).map(List::getFirst);
    }

    @Override
    public synchronized Optional<List<Draft>> putAll(List<Expected> wanted, String by, Instant at) {
        if (!wanted.stream().allMatch(draft -> stands(draft.content().kind(), draft.revision()))) {
            return Optional.empty();
        }
        return Optional.of(wanted.stream()
                .map(draft -> keep(new Draft(
                        next(draft.content().kind()),
                        draft.content(),
                        by,
                        at.truncatedTo(ChronoUnit.MILLIS),
                        null,
                        List.of())))
                .toList());
    }

    @Override
    public synchronized Optional<Draft> plan(Draft draft, @Nullable Plan plan, List<Finding> refused) {
        return stands(draft.kind(), draft.revision())
                ? Optional.of(keep(new Draft(
                        next(draft.kind()), draft.content(), draft.editedBy(), draft.editedAt(), plan, refused)))
                : Optional.empty();
    }

    @Override
    public synchronized boolean discard(ReferenceKind kind, long expected) {
        if (!drafts.containsKey(kind) || !stands(kind, expected)) {
            return false;
        }
        next(kind);
        drafts.remove(kind);
        return true;
    }

    @Override
    public synchronized List<Draft> due(Instant now) {
        return drafts.values().stream()
                .filter(draft ->
                        draft.plan() != null && !draft.plan().activateAt().isAfter(now))
                .sorted(Comparator.comparing(draft -> draft.plan().activateAt()))
                .toList();
    }

    @Override
    public synchronized Optional<List<Edition>> activate(Collection<Draft> wanted, String by, Instant now) {
        if (!wanted.stream().allMatch(draft -> stands(draft.kind(), draft.revision()))) {
            return Optional.empty();
        }
        wanted.forEach(draft -> {
            next(draft.kind());
            drafts.remove(draft.kind());
        });
        return Optional.of(library.activate(wanted.stream().map(Draft::content).toList(), now));
    }

    private boolean stands(ReferenceKind kind, long revision) {
        Draft draft = drafts.get(kind);
        return revision == (draft == null ? NONE : draft.revision());
    }

    private long next(ReferenceKind kind) {
        return revisions.merge(kind, 1L, Long::sum);
    }

    private Draft keep(Draft draft) {
        drafts.put(draft.kind(), draft);
        return draft;
    }
}
