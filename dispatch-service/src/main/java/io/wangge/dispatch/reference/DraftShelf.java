package io.wangge.dispatch.reference;

import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.reference.Draft.Plan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: the drafts. Every change names the revision that it was made on, and loses against a newer one. */
public interface DraftShelf {
    /** Stands for "there is no draft". */
    long NONE = 0;

    Optional<Draft> find(ReferenceKind kind);

    /** In the order of the kinds. */
    List<Draft> all();

    /**
     * Writes a draft; a plan that the one before had is gone.
     *
     * @param expected the revision that it replaces, {@link #NONE} for the first
     * @return empty when another revision stands there
     */
    Optional<Draft> put(long expected, Content content, String by, Instant at);

    /**
     * Writes all of them or none.
     *
     * @return empty when any of them changed since
     */
    Optional<List<Draft>> putAll(List<Expected> drafts, String by, Instant at);

    /** @param revision that is replaced, {@link #NONE} for the first */
    record Expected(long revision, Content content) {}

    /**
     * Says when it comes into force, or takes that back.
     *
     * @param refused why the plan before could not be kept
     * @return empty when it changed since
     */
    Optional<Draft> plan(Draft draft, @Nullable Plan plan, List<Finding> refused);

    /** @return false when another revision stands there */
    boolean discard(ReferenceKind kind, long expected);

    /** Those whose plan lies at or before {@code now}. */
    List<Draft> due(Instant now);

    /**
     * Brings drafts into force and takes them off the shelf, all in one or not at all.
     *
     * @return the new editions, none for a draft that says what is in force already; empty when any draft changed since,
     *     also because another replica was faster
     */
    Optional<List<Edition>> activate(Collection<Draft> drafts, String by, Instant now);
}
