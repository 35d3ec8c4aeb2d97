package io.wangge.ledger.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was written, in the order in which it was committed; every replica sees all of it. */
public interface Tail {
    /**
     * @param after position of an event, or of a snapshot; null for what comes from now on
     * @throws PositionGoneException for a place that nobody gave out, or that is not kept any more
     */
    Follow after(@Nullable String after);

    /** Reads on, by one reader. */
    interface Follow extends AutoCloseable {
        /** What was written together with the event of the place, behind it. */
        List<LiveEvent> first();

        /** Waits a moment where there is nothing. @throws PositionGoneException as above */
        List<LiveEvent> next();

        /** Everything up to here was handed out; later places compare greater, also those of other readers. */
        long reached();

        @Override
        void close();
    }

    /** Whoever follows has to begin anew, with a snapshot. */
    final class PositionGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PositionGoneException(String message) {
            super(message);
        }
    }
}
