package io.wangge.ledger.http.board;

import io.wangge.contracts.casefile.CaseEvent.Closed;
import io.wangge.contracts.casefile.CaseEvent.Escalated;
import io.wangge.contracts.casefile.CaseEvent.MovedUpByTime;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.casefile.CaseEvent.Supervised;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.contracts.wire.EventTypes;
import io.wangge.ledger.board.Board;
import io.wangge.ledger.board.Board.Count;
import io.wangge.ledger.board.Board.OpenCase;
import io.wangge.ledger.board.Board.Standing;
import io.wangge.ledger.board.Board.Today;
import io.wangge.ledger.board.Moment;
import io.wangge.ledger.board.Past.Hour;
import io.wangge.ledger.desk.EntryNames;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.Grouping;
import io.wangge.ledger.http.figures.FigureViews.Name;
import io.wangge.ledger.live.LiveEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Boards as they are shown. */
final class BoardViews {
    private static final Map<String, String> CHANGES = Map.of(
            EventTypes.nameOf(Received.class), "NEW",
            EventTypes.nameOf(Opened.class), "NEW",
            EventTypes.nameOf(Escalated.class), "ESCALATED",
            EventTypes.nameOf(MovedUpByTime.class), "ESCALATED",
            EventTypes.nameOf(Supervised.class), "OVERDUE",
            EventTypes.nameOf(Closed.class), "CLOSED");

    private BoardViews() {}

    /** @param lastEventId the stream goes on behind it */
    record BoardView(
            String unitId,
            String zh,
            String en,
            Instant at,
            String lastEventId,
            TodayView today,
            List<LineView> byLevel,
            List<LineView> byPlace,
            Map<String, Long> supervised,
            List<OpenCase> overdueCases,
            List<OpenCase> supervisedCases,
            List<ChangeView> latest,
            @Nullable ThenView yesterday,
            List<Hour> hours) {
        static BoardView of(UnitItem unit, Board board, Directory directory) {
            return new BoardView(
                    unit.id(),
                    unit.nameZh(),
                    unit.nameEn(),
                    board.at(),
                    board.position(),
                    TodayView.of(board),
                    lines(board.standing().byLevel(), Grouping.LEVEL, directory),
                    lines(board.standing().byPlace(), Grouping.GRID, directory),
                    new TreeMap<>(board.standing().supervised()),
                    board.overdue(),
                    board.supervised(),
                    board.latest().stream().map(ChangeView::of).toList(),
                    ThenView.of(board.past().yesterday()),
                    board.past().hours());
        }
    }

    /** What the board said yesterday. @param at up to when it had counted @param open, overdue as they stood then */
    record ThenView(Instant at, long reported, long filed, long closed, long open, long overdue) {
        static @Nullable ThenView of(@Nullable Moment then) {
            return then == null
                    ? null
                    : new ThenView(
                            then.at(), then.reported(), then.filed(), then.closed(), then.open(), then.overdue());
        }
    }

    /** @param overdue open and overdue now @param becameOverdue of these since midnight */
    record TodayView(
            LocalDate day,
            long reported,
            long filed,
            long settledOnSpot,
            long closed,
            long open,
            long overdue,
            long becameOverdue) {
        static TodayView of(Board board) {
            Today today = board.today();
            return new TodayView(
                    Days.day(today.day()),
                    today.reported(),
                    today.filed(),
                    today.settledOnSpot(),
                    today.closed(),
                    board.standing().all().open(),
                    board.standing().all().overdue(),
                    today.becameOverdue());
        }
    }

    record LineView(String key, String zh, String en, long open, long overdue) {}

    private static List<LineView> lines(Map<String, Count> counts, Grouping names, Directory directory) {
        List<LineView> lines = new ArrayList<>();
        new TreeMap<>(counts).forEach((key, count) -> {
            Name name = key.equals(Standing.NONE_YET) ? new Name("未定", "None yet") : Name.of(names, key, directory);
            lines.add(new LineView(key, name.zh(), name.en(), count.open(), count.overdue()));
        });
        return lines;
    }

    /** @param id of the entry @param change NEW, ESCALATED, OVERDUE, CLOSED, or OTHER */
    record ChangeView(
            String id,
            String change,
            String type,
            String typeZh,
            Instant time,
            @Nullable String caseId,
            @Nullable String caseNumber,
            @Nullable String state,
            @Nullable String category,
            @Nullable String level) {
        static ChangeView of(LiveEvent event) {
            return new ChangeView(
                    event.id(),
                    CHANGES.getOrDefault(event.type(), "OTHER"),
                    event.type(),
                    EntryNames.of(event.type()).zh(),
                    event.time(),
                    event.caseId(),
                    event.caseNumber(),
                    event.state(),
                    event.category(),
                    event.level());
        }
    }
}
