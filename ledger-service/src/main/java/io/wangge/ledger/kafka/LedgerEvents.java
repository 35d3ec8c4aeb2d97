package io.wangge.ledger.kafka;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.kit.consume.EventHandler;
import io.wangge.kit.consume.StreamPositions;
import io.wangge.ledger.book.Ahead;
import io.wangge.ledger.book.Book;
import io.wangge.ledger.book.Changes;
import io.wangge.ledger.book.Reader;
import io.wangge.ledger.book.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts every event into the book, in the order of its stream, and tells the readers what is new. */
public final class LedgerEvents implements EventHandler, StreamPositions {
    private final Book book;
    private final List<Ahead> ahead;
    private final List<Reader> readers;

    public LedgerEvents(Book book, List<Reader> readers) {
        this(book, List.of(), readers);
    }

    /** @param ahead hear of events before they are written */
    public LedgerEvents(Book book, List<Ahead> ahead, List<Reader> readers) {
        this.book = book;
        this.ahead = List.copyOf(ahead);
        this.readers = List.copyOf(readers);
    }

    @Override
    public List<Unappliable> apply(List<Envelope<Event>> events) {
        return write(events.stream().map(JsonSayings::of).toList());
    }

    @Override
    public List<Unappliable> applyAsHeard(List<Heard> events) {
        return write(events.stream().map(JsonSayings::of).toList());
    }

    private List<Unappliable> write(List<Told> events) {
        ahead.forEach(one -> one.coming(events));
        Changes changes = book.write(events);
        if (!changes.nothing()) {
            readers.forEach(reader -> reader.written(changes));
        }
        return List.of();
    }

    @Override
    public Map<String, Long> positionsOf(Set<String> streams) {
        return book.positionsOf(streams);
    }
}
