package io.wangge.ledger.mongo.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.ledger.Story;
import io.wangge.ledger.board.Board;
import io.wangge.ledger.board.Moment;
import io.wangge.ledger.board.RememberedBoards;
import io.wangge.ledger.mongo.LedgerStore;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BoardMemoryIT {
    private static final String STREET = "u-street-1";
    private final LedgerStore store = new LedgerStore();
    private final MongoBoardMemory memory = new MongoBoardMemory(store.database);
    private final RememberedBoards boards =
            new RememberedBoards(new MongoBoardShelf(store.client, store.database), memory);

    @AfterEach
    void drop() {
        store.close();
    }

    @Test
    void whatIsWatchedIsCountedOnAndHeldAgainstTheNextDay() {
        Instant first = Story.START.plus(Duration.ofHours(1));
        boards.remember(first);
        assertThat(memory.since(Instant.EPOCH, STREET)).as("nobody looks yet").isEmpty();

        store.tell(new Story().reported().opened().accepted().events());
        Board board = boards.read(STREET, first);
        assertThat(board.past().yesterday()).isNull();
        store.tell(new Story().reported().opened().events());
        boards.remember(first.plus(Duration.ofMinutes(10)));
        boards.remember(first.plus(Duration.ofMinutes(11)));

        assertThat(memory.since(Instant.EPOCH, STREET)).hasSize(2);
        Board nextDay = boards.read(STREET, first.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(15)));
        assertThat(nextDay.past().yesterday())
                .returns(2L, Moment::reported)
                .returns(first.plus(Duration.ofMinutes(11)), Moment::at);
        assertThat(nextDay.past().hours()).singleElement().matches(hour -> hour.reported() == 1);
        assertThat(memory.watchedSince(first)).containsExactly(STREET);
        assertThat(memory.watchedSince(first.plus(Duration.ofDays(2)))).isEmpty();
    }
}
