package io.wangge.ledger.http.board;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.board.BoardShelf;
import io.wangge.ledger.http.board.BoardViews.BoardView;
import io.wangge.ledger.http.board.BoardViews.ChangeView;
import io.wangge.ledger.live.LiveEvent;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** 实时看板 of a unit in the caller's scope: how it stands, and what changes from then on. */
@RestController
@RequestMapping("/api/v1/boards/{unitId}")
class BoardsController {
    private final BoardShelf boards;
    private final LiveStreams streams;
    private final DirectoryCopy copy;
    private final InstantSource clock;

    BoardsController(BoardShelf boards, LiveStreams streams, DirectoryCopy copy, InstantSource clock) {
        this.boards = boards;
        this.streams = streams;
        this.copy = copy;
        this.clock = clock;
    }

    @GetMapping
    BoardView board(Caller caller, @PathVariable String unitId) {
        Directory directory = copy.current();
        UnitItem unit = unit(caller, unitId, directory);
        return BoardView.of(unit, boards.read(unit.id(), clock.instant()), directory);
    }

    /**
     * @param lastEventId of the last event that the client has, or {@code lastEventId} of its board; both may come from
     *     another replica
     * @param after the same, for the first time: a browser cannot set the header itself
     */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            Caller caller,
            @PathVariable String unitId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after) {
        String id = unit(caller, unitId, copy.current()).id();
        String place = lastEventId == null || lastEventId.isEmpty() ? after : lastEventId;
        return streams.open(
                caller,
                now -> ofUnit(now, id),
                place == null || place.isEmpty() ? null : place,
                LiveEvent::position,
                ChangeView::of);
    }

    /** The unit's events, as long as he reaches the unit. */
    private Predicate<LiveEvent> ofUnit(Caller caller, String unitId) {
        boolean his = copy.ifReady()
                .flatMap(now -> now.unit(unitId))
                .filter(unit -> caller.coversAny(unit.path()))
                .isPresent();
        return event -> his && event.scopeUnits().contains(unitId);
    }

    private static UnitItem unit(Caller caller, String unitId, Directory directory) {
        return directory
                .unit(unitId)
                .filter(found -> caller.coversAny(found.path()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }
}
