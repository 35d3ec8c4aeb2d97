package io.wangge.ledger.live;

import io.wangge.ledger.Story;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A tail of what a test writes; places are its numbers from 1. */
final class MemoryTail implements Tail {
    private final List<LiveEvent> written = new CopyOnWriteArrayList<>();
    volatile boolean broken;

    LiveEvent write(String caseId) {
        int number = written.size() + 1;
        LiveEvent event = new LiveEvent(
                caseId,
                place(number),
                number,
                "t",
                Story.START,
                caseId,
                null,
                null,
                null,
                null,
                null,
                null,
                Story.PATH);
        written.add(event);
        return event;
    }

    static String place(int number) {
        return String.format(Locale.ROOT, "%08d", number);
    }

    @Override
    public Follow after(@Nullable String after) {
        return new Follow() {
            private volatile int at = after == null ? written.size() : Integer.parseInt(after);

            @Override
            public List<LiveEvent> first() {
                return List.of();
            }

            @Override
            public List<LiveEvent> next() {
                if (broken) {
                    throw new IllegalStateException("broken");
                }
                if (at == written.size()) {
                    Thread.yield();
                    return List.of();
                }
                return List.of(written.get(at++));
            }

            @Override
            public long reached() {
                return at;
            }

            @Override
            public void close() {}
        };
    }
}
