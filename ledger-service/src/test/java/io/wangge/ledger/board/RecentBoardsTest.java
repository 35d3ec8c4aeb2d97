package io.wangge.ledger.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.ledger.board.Board.Count;
import io.wangge.ledger.board.Board.Standing;
import io.wangge.ledger.board.Board.Today;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentBoardsTest {
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    private final List<String> read = new ArrayList<>();
    private final RecentBoards boards = new RecentBoards((unit, now) -> {
        read.add(unit);
        return new Board(
                now,
                "t.1",
                new Today(20260302, 0, 0, 0, 0, 0),
                new Standing(new Count(0, 0), Map.of(), Map.of(), Map.of()),
                List.of(),
                List.of(),
                List.of(),
                Past.NONE);
    });

    @Test
    void aBoardIsReadOnceForAllWhoAskWithinASecondAndOnceForEachUnit() {
        Board first = boards.read("a", START);
        assertThat(boards.read("a", START.plusMillis(999))).isSameAs(first);
        assertThat(boards.read("b", START).position()).isEqualTo("t.1");
        assertThat(boards.read("a", START.plusMillis(1_000)).at()).isEqualTo(START.plusMillis(1_000));

        assertThat(read).containsExactly("a", "b", "a");
    }
}
