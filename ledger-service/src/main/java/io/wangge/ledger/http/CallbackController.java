package io.wangge.ledger.http;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.trace.Traces;
import io.wangge.ledger.callback.Outcome;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.desk.CallbackDesk;
import io.wangge.ledger.desk.CallbackDesk.Taken;
import io.wangge.ledger.desk.RoundShelf;
import io.wangge.ledger.desk.RoundTab;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The callback desk. */
@RestController
@RequestMapping("/api/v1/callbacks")
class CallbackController {
    private static final int MOST_ON_A_PAGE = 100;

    private final CallbackDesk desk;
    private final StreamStore<Round> rounds;
    private final RoundShelf shelf;
    private final InstantSource clock;
    private final ZoneId zone;
    private final RandomIds ids;

    CallbackController(
            CallbackDesk desk,
            StreamStore<Round> rounds,
            RoundShelf shelf,
            InstantSource clock,
            ZoneId zone,
            RandomIds ids) {
        this.desk = desk;
        this.rounds = rounds;
        this.shelf = shelf;
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
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        RoundShelf.Page page = shelf.page(tabOf(tab), caller.units(), today, PageCursor.read(cursor), limit);
        return new RoundsPage(
                page.rounds().stream().map(round -> RoundView.of(round, caller)).toList(), PageCursor.of(page.next()));
    }

    private static RoundTab tabOf(String tab) {
        List<String> allowed = Arrays.stream(RoundTab.values())
                .map(known -> known.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!allowed.contains(tab)) {
            throw ProblemException.invalid(List.of(new FieldFault("tab", "unknown-value", Map.of("allowed", allowed))));
        }
        return RoundTab.valueOf(tab.toUpperCase(Locale.ROOT));
    }

    @GetMapping("/{roundId}")
    RoundView one(Caller caller, @PathVariable String roundId, @RequestParam(defaultValue = "0") long waitMs) {
        return RoundView.of(inScope(caller, roundId, Waiting.of(waitMs)), caller);
    }

    @PostMapping("/{roundId}/outcomes")
    RoundView outcome(Caller caller, @PathVariable String roundId, @RequestBody OutcomeBody body) {
        Outcome outcome = body.outcome(ids::newSalt);
        Stored<Round> round = inScope(caller, roundId, Duration.ZERO);
        Actor clerk = clerk(caller, round.value());
        return switch (desk.take(round, outcome, clerk, body.fingerprint(), Traces.current())) {
            case Taken.Standing(Stored<Round> now) -> RoundView.of(now, caller);
            case Taken.NotAllowed(Refused why) -> throw new ProblemException(409, why);
            case Taken.Unknown() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
            case Taken.Full() -> throw new ProblemException(503, ProblemCodes.OUTBOX_FULL);
        };
    }

    private Stored<Round> inScope(Caller caller, String roundId, Duration wait) {
        return rounds.loadAtLeast(roundId, 1, wait)
                .filter(round -> caller.coversAny(round.value().scopeUnits()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    /** Asking is the callback clerk's alone: neither the holder nor whoever took the matter in judges the work. */
    private static Actor clerk(Caller caller, Round round) {
        return caller.unitsOf(Role.CALLBACK_CLERK).stream()
                .filter(round.scopeUnits()::contains)
                .sorted()
                .findFirst()
                .map(unit -> Actor.staff(caller.staffId(), unit))
                .orElseThrow(() -> new ProblemException(403, ProblemCodes.NOT_ALLOWED));
    }
}
