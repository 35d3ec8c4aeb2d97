package io.wangge.ledger.http.callback;

import io.wangge.contracts.Actor;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.IfMatch;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.store.Stored;
import io.wangge.kit.trace.Traces;
import io.wangge.ledger.callback.Judgement;
import io.wangge.ledger.callback.Outcome;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.desk.CallbackDesk;
import io.wangge.ledger.desk.CallbackDesk.Asker;
import io.wangge.ledger.desk.RoundShelf;
import io.wangge.ledger.desk.RoundTab;
import io.wangge.ledger.http.PageCursor;
import io.wangge.ledger.http.Waiting;
import io.wangge.ledger.records.Turns.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The callback desk. */
@RestController
@RequestMapping("/api/v1/callbacks")
class CallbackController {
    private static final int MOST_ON_A_PAGE = 100;
    /** 上门: the grid worker's list, beside those of the desk. */
    private static final String VISIT = "visit";

    private final CallbackDesk desk;
    private final RoundDoor door;
    private final RoundShelf shelf;
    private final RoundViews views;
    private final InstantSource clock;
    private final ZoneId zone;
    private final RandomIds ids;

    CallbackController(
            CallbackDesk desk,
            RoundDoor door,
            RoundShelf shelf,
            RoundViews views,
            InstantSource clock,
            ZoneId zone,
            RandomIds ids) {
        this.desk = desk;
        this.door = door;
        this.shelf = shelf;
        this.views = views;
        this.clock = clock;
        this.zone = zone;
        this.ids = ids;
    }

    record RoundsPage(List<RoundView> items, @Nullable String nextCursor) {}

    @GetMapping
    RoundsPage list(
            Caller caller,
            @RequestParam(defaultValue = "due") String tab,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw ProblemException.invalid(
                    List.of(new FieldFault("limit", "out-of-range", Map.of("min", 1, "max", MOST_ON_A_PAGE))));
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        RoundShelf.Page page = tab.equals(VISIT)
                ? shelf.visits(
                        caller.unitsOf(Role.GRID_WORKER), caller.staffId(), today, PageCursor.read(cursor), limit)
                : shelf.page(tabOf(tab), caller.units(), today, now, PageCursor.read(cursor), limit);
        return new RoundsPage(views.of(caller, page.rounds()), PageCursor.of(page.next()));
    }

    private static RoundTab tabOf(String tab) {
        List<String> allowed = Stream.concat(
                        Arrays.stream(RoundTab.values())
                                .map(known -> known.name().toLowerCase(Locale.ROOT)),
                        Stream.of(VISIT))
                .toList();
        if (!allowed.contains(tab)) {
            throw ProblemException.invalid(List.of(new FieldFault("tab", "unknown-value", Map.of("allowed", allowed))));
        }
        return RoundTab.valueOf(tab.toUpperCase(Locale.ROOT));
    }

    @GetMapping("/{roundId}")
    RoundView one(Caller caller, @PathVariable String roundId, @RequestParam(defaultValue = "0") long waitMs) {
        return views.withScript(caller, door.inScope(caller, roundId, Waiting.of(waitMs)));
    }

    /** @param seen version of the round that the outcome was made on, for who sends it later; none: as it stands */
    @PostMapping("/{roundId}/outcomes")
    RoundView outcome(
            Caller caller,
            @PathVariable String roundId,
            @RequestBody OutcomeBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        Outcome outcome = body.outcome(ids::newSalt);
        Stored<Round> round = door.inScope(caller, roundId, Duration.ZERO);
        Asker asker = door.askerAtWork(caller, round.value());
        // What comes again was taken on another version, and is answered as it was.
        if (seen != null
                && IfMatch.version(seen) != round.version()
                && !round.value().hasHeard(outcome.id())) {
            throw new ProblemException(412, ProblemCodes.STALE_VERSION, Map.of("current", round.version()));
        }
        Taken<Round> taken = desk.take(round, outcome, asker, body.fingerprint(), Traces.current());
        return views.of(caller, RoundDoor.standing(taken));
    }

    @PostMapping("/{roundId}/judgements")
    RoundView judge(Caller caller, @PathVariable String roundId, @RequestBody JudgementBody body) {
        Judgement judgement = body.judgement(ids::newSalt);
        Stored<Round> round = door.inScope(caller, roundId, Duration.ZERO);
        Actor clerk = door.clerkAtWork(caller, round.value());
        Taken<Round> taken = desk.take(round, judgement, clerk, body.fingerprint(), Traces.current());
        return views.of(caller, RoundDoor.standing(taken));
    }
}
