package io.wangge.dispatch.reference;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: every version of every kind that was ever in force. Nothing of it is changed or taken away. */
public interface ReferenceLibrary {
    /** The version in force of each kind; a kind without any is missing. */
    Map<ReferenceKind, Long> activeVersions();

    /** The editions in force, one per kind that has any. */
    List<Edition> active();

    /**
     * Puts those contents into force that differ from what is in force; of several replicas that do it at once with the
     * same contents, one makes the version.
     *
     * @return the new editions, none when nothing differs
     */
    List<Edition> activate(Collection<Content> contents, Instant now);

    /** Every version that a kind ever had, newest first. */
    List<VersionNote> versions(ReferenceKind kind);

    /** Empty when the kind never had this version. */
    Optional<Edition> edition(ReferenceKind kind, long version);

    /** What was in force at a moment: the newest version that was activated by then. Empty before the first. */
    Optional<Edition> inForceAt(ReferenceKind kind, Instant moment);

    /** Editions that other services need and that the broker has not confirmed, in the order of their publishing. */
    List<Edition> unpublished();

    /**
     * Everything in force waits for its publication again, for a topic that was lost.
     *
     * @return those that other services need
     */
    List<Edition> publishAgain();

    /** The broker has all of it. */
    void markPublished(Edition edition, Instant now);
}
