package io.wangge.dispatch.desk;

import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.casefile.Case;
import io.wangge.kit.store.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Port: the lists on the desks, within the caller's scope. Open cases first, what is due next first; what is searched by
 * words of its text: the newest first.
 */
public interface CaseLists {

    /** Which list. */
    enum Tab {
        /** What waits for the caller: the holder's cases, the dispatcher's, the inspector's. */
        INBOX,
        /** Everything within the caller's scope. */
        ALL,
        /** What the caller took in (首问责任). */
        REPORTED,
        /** 一号窗口: open cases that the hard-case desk has, and those that came back twice and might go there. */
        HARD,
        /** What was asked of the caller: escalations, suspensions and endorsed extensions of a leader, extensions of a dispatcher. */
        APPROVALS,
        /** 包案: open cases that the caller is the sponsor of. */
        SPONSORED,
        /** 督办: open cases under supervision where the caller leads, dispatches or inspects. */
        SUPERVISED,
        /** 会办: cases on which a unit of the caller has a task that is not ended. */
        HELPING
    }

    /**
     * @param cursor from the page before, for the same query; null for the first
     * @param limit 1 to 100
     * @throws BadCursor when it is none of ours
     * @throws TooBroad when it would take too long
     */
    Page page(CaseQuery query, @Nullable String cursor, int limit);

    /**
     * @param seesAll as in {@link CaseQuery}
     * @throws TooBroad when it would take too long
     */
    CaseCounts counts(Caller caller, boolean seesAll, Instant now);

    /** All of them up to {@code most}, read as they are taken; to be closed. */
    Stream<Stored<Case>> all(CaseQuery query, int most);

    /** @param next cursor of the next page; empty on the last, and on no other, however few cases a page holds */
    record Page(List<Stored<Case>> cases, Optional<String> next) {}

    /** The cursor cannot be read. */
    final class BadCursor extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What is asked for is rare among much that has to be looked through. */
    final class TooBroad extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
