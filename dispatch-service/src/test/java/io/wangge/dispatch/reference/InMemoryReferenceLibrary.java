package io.wangge.dispatch.reference;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps the same promises as the real one, for tests of those who use it. */
public final class InMemoryReferenceLibrary implements ReferenceLibrary {
    private final Map<ReferenceKind, List<Edition>> editions = new EnumMap<>(ReferenceKind.class);
    private final Set<Edition> toPublish = new HashSet<>();

    @Override
    public synchronized Map<ReferenceKind, Long> activeVersions() {
        Map<ReferenceKind, Long> versions = new EnumMap<>(ReferenceKind.class);
        active().forEach(edition -> versions.put(edition.kind(), edition.version()));
        return versions;
    }

    @Override
    public synchronized List<Edition> active() {
        return editions.values().stream().map(List::getLast).toList();
    }

    @Override
    public synchronized List<Edition> activate(Collection<Content> contents, Instant now) {
        List<Edition> fresh = new ArrayList<>();
        for (Content content : contents) {
            List<Edition> all = editions.computeIfAbsent(content.kind(), kind -> new ArrayList<>());
            Edition last = all.isEmpty() ? null : all.getLast();
            if (last != null && last.content().equals(content)) {
                continue;
            }
            Instant at = now.truncatedTo(ChronoUnit.MILLIS);
            Edition next = last == null
                    ? new Edition(1, 1, at, content)
                    : new Edition(
                            last.version() + 1,
                            last.firstSeq() + last.events(),
                            at.isBefore(last.activatedAt()) ? last.activatedAt() : at,
                            content);
            all.add(next);
            fresh.add(next);
            if (next.kind().published().isPresent()) {
                toPublish.add(next);
            }
        }
        return fresh;
    }

    @Override
    public synchronized List<VersionNote> versions(ReferenceKind kind) {
        List<VersionNote> notes = new ArrayList<>();
        Edition newer = null;
        for (Edition edition : editions.getOrDefault(kind, List.of()).reversed()) {
            notes.add(new VersionNote(
                    edition.version(), edition.activatedAt(), newer == null ? null : newer.activatedAt(), null));
            newer = edition;
        }
        return notes;
    }

    @Override
    public synchronized Optional<Edition> edition(ReferenceKind kind, long version) {
        return editions.getOrDefault(kind, List.of()).stream()
                .filter(edition -> edition.version() == version)
                .findAny();
    }

    @Override
    public synchronized Optional<Edition> inForceAt(ReferenceKind kind, Instant moment) {
        return editions.getOrDefault(kind, List.of()).reversed().stream()
                .filter(edition -> !edition.activatedAt().isAfter(moment))
                .findFirst();
    }

    @Override
    public synchronized List<Edition> unpublished() {
        return toPublish.stream()
                .sorted(Comparator.comparing(Edition::kind).thenComparing(Edition::version))
                .toList();
    }

    @Override
    public synchronized List<Edition> publishAgain() {
        List<Edition> needed = active().stream()
                .filter(edition -> edition.kind().published().isPresent())
                .toList();
        toPublish.addAll(needed);
        return needed;
    }

    @Override
    public synchronized void markPublished(Edition edition, Instant now) {
        toPublish.remove(edition);
    }
}
