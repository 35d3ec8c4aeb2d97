package io.wangge.ledger.mongo.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.ledger.Story;
import io.wangge.ledger.board.Board;
import io.wangge.ledger.figures.History;
import io.wangge.ledger.live.LiveEvent;
import io.wangge.ledger.live.Tail;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.mongo.figures.FigureFolding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BoardShelfIT {
    private static final String STREET = "u-street-1";
    /** Each waits half a second where there is nothing. */
    private static final int MOST_TURNS = 40;

    private final LedgerStore store = new LedgerStore();
    private final MongoBoardShelf boards = new MongoBoardShelf(store.client, store.database);

    @AfterEach
    void drop() {
        store.close();
    }

    @Test
    void aBoardCountsTheDayAndWhatStandsOpen() {
        store.tell(
                new Story().reported().opened().accepted().completed().closed().events());
        store.tell(new Story().reported().opened().accepted().events());
        new FigureFolding(store.client, store.database, InstantSource.system()).fold();
        Story late = new Story().reported().opened().accepted();
        store.tell(late.events());
        store.tell(List.of(supervised(late, 3, SupervisionLevel.YELLOW), supervised(late, 4, SupervisionLevel.NORMAL)));

        Board today = boards.read(STREET, Story.START.plus(Duration.ofHours(2)));
        assertThat(today.today()).isEqualTo(new Board.Today(20260302, 3, 3, 0, 1, 0));
        assertThat(today.overdue()).isEmpty();

        Instant overdue = Story.START.plus(Duration.ofDays(3)).plusSeconds(60);
        Board then = boards.read(STREET, overdue);
        assertThat(then.today()).isEqualTo(new Board.Today(20260305, 0, 0, 0, 0, 2));
        Board.Count both = new Board.Count(2, 2);
        assertThat(then.standing())
                .isEqualTo(new Board.Standing(
                        both, Map.of("COMMUNITY", both), Map.of("u-grid-1", both), Map.of("YELLOW", 1L)));
        assertThat(then.overdue()).hasSize(2);
        assertThat(then.supervised())
                .singleElement()
                .matches(theCase -> theCase.caseId().equals(late.caseId)
                        && theCase.supervision().equals("YELLOW"));
        assertThat(then.latest()).hasSize(13);
        assertThat(then.latest().getFirst().id()).isEqualTo("case/" + late.caseId + "/4");
        assertThat(then.toString()).doesNotContain("井盖", "p-1");
        assertThat(boards.read("u-street-2", overdue).standing().all()).isEqualTo(new Board.Count(0, 0));
    }

    @Test
    void whatWaitsForItsFirstUnitIsOpenAndHasNothingToBeOverdue() {
        store.tell(
                new History("waits").at("2026-03-02T09:00").opened(Channel.WEB).events());

        Board board = boards.read("s1", Story.START.plus(Duration.ofDays(400)));

        Board.Count one = new Board.Count(1, 0);
        assertThat(board.standing()).isEqualTo(new Board.Standing(one, Map.of("-", one), Map.of("g1", one), Map.of()));
        assertThat(boards.read("s2", Story.START).standing().all()).isEqualTo(new Board.Count(0, 0));
    }

    @Test
    void whatIsClosedLateCountsOnTheDayOfItsClosingAlone() {
        Story story = new Story().reported().opened().accepted();
        store.tell(story.events());
        Instant later = Story.START.plus(Duration.ofDays(5));
        store.tell(List.of(new Envelope<>(
                story.last().stream(),
                3,
                later,
                null,
                new CaseMessage<>(
                        Story.DISPATCH,
                        story.summary(CaseState.CLOSED),
                        new CaseEvent.Closed(CaseEvent.CloseReason.SATISFIED, "SATISFIED", false)))));

        assertThat(boards.read(STREET, later).today().closed()).isEqualTo(1);
        new FigureFolding(store.client, store.database, InstantSource.system()).fold();
        assertThat(boards.read(STREET, later).today().closed()).isEqualTo(1);
        assertThat(boards.read(STREET, later.plus(Duration.ofDays(1))).today().closed())
                .isZero();
        assertThat(boards.read(STREET, later.minus(Duration.ofDays(2))).today().closed())
                .isZero();
    }

    @Test
    void whatIsWrittenAfterABoardFollowsItExactlyAndAnEventsPlaceLeadsOnWithinItsBatch() {
        store.tell(new Story().reported().opened().events());
        Board board = boards.read(STREET, Story.START);
        Story after = new Story().waitingForCallback();
        store.book().write(after.events());

        Tail tail = new MongoTail(store.database);
        List<LiveEvent> events = read(tail, board.position(), 6);
        assertThat(events)
                .extracting(LiveEvent::id)
                .containsExactlyElementsOf(
                        after.events().stream().map(Envelope::id).toList());

        assertThat(read(tail, events.get(2).position(), 3))
                .extracting(LiveEvent::id)
                .containsExactlyElementsOf(
                        after.events().subList(3, 6).stream().map(Envelope::id).toList());
    }

    @Test
    void aPlaceThatIsNotKeptOrNobodysIsRefused() {
        Tail tail = new MongoTail(store.database);
        for (String place : new String[] {
            "t.nine", "t.9223372036854775807", "e.x", "e." + "0".repeat(24) + ".1.82" + "0".repeat(15) + "AB"
        }) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> read(tail, place, 1))
                    .as(place)
                    .isInstanceOf(Tail.PositionGoneException.class);
        }
    }

    private static List<LiveEvent> read(Tail tail, String after, int many) {
        List<LiveEvent> events = new ArrayList<>();
        try (Tail.Follow follow = tail.after(after)) {
            events.addAll(follow.first());
            for (int turn = 0; events.size() < many && turn < MOST_TURNS; turn++) {
                events.addAll(follow.next());
            }
        }
        return events;
    }

    private static Envelope<io.wangge.contracts.Event> supervised(Story story, long seq, SupervisionLevel level) {
        return new Envelope<>(
                story.last().stream(),
                seq,
                Story.START.plusSeconds(600 + seq),
                null,
                new CaseMessage<>(
                        Story.DISPATCH,
                        story.summary(CaseState.IN_PROGRESS),
                        new CaseEvent.Supervised(level, "overdue", null, "u-community-1", Story.START)));
    }
}
