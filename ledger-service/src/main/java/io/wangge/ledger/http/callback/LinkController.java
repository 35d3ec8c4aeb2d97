package io.wangge.ledger.http.callback;

import io.wangge.contracts.directory.Caller;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.trace.Traces;
import io.wangge.ledger.callback.LinkAnswer;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.RoundLink;
import io.wangge.ledger.desk.CallbackDesk;
import io.wangge.ledger.desk.RoundLinks;
import io.wangge.ledger.desk.Tokens;
import io.wangge.ledger.files.CallbackSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 评价链接: a resident answers for themselves, once, without a login and without being shown a name. */
@RestController
@RequestMapping("/api/v1/callbacks")
class LinkController {
    private final RoundDoor door;
    private final StreamStore<Round> rounds;
    private final RoundLinks links;
    private final CallbackDesk desk;
    private final CallbackSettings settings;
    private final DirectoryCopy directory;
    private final InstantSource clock;
    private final RandomIds ids;

    LinkController(
            RoundDoor door,
            StreamStore<Round> rounds,
            RoundLinks links,
            CallbackDesk desk,
            CallbackSettings settings,
            DirectoryCopy directory,
            InstantSource clock,
            RandomIds ids) {
        this.door = door;
        this.rounds = rounds;
        this.links = links;
        this.desk = desk;
        this.settings = settings;
        this.directory = directory;
        this.clock = clock;
        this.ids = ids;
    }

    record LinkBody(@Nullable String residentId) {}

    /** @param token shown this once; whoever has it may answer once */
    record LinkMade(String token, String path, String residentId, Instant expiresAt) {}

    /** For the clerk, who sends it to the resident in the channel that the resident used. */
    @PostMapping("/{roundId}/links")
    ResponseEntity<LinkMade> make(Caller caller, @PathVariable String roundId, @RequestBody LinkBody body) {
        Round round = door.inScope(caller, roundId, Duration.ZERO).value();
        door.clerk(caller, round);
        String resident = body.residentId() == null && round.reporters().size() == 1
                ? round.reporters().getFirst()
                : body.residentId();
        if (resident == null || !round.reporters().contains(resident)) {
            throw new ProblemException(409, resident == null ? "reporter-not-named" : "reporter-unknown");
        }
        if (round.state() != Round.State.OPEN) {
            throw new ProblemException(
                    409, "round-ended", Map.of("state", round.state().name()));
        }
        // Two salts of 128 bits: nobody guesses it, and no list of tokens is worth stealing.
        String token = ids.newSalt() + ids.newSalt();
        RoundLink link = RoundLink.of(Tokens.hash(token), round, resident, clock.instant());
        links.keep(link);
        return ResponseEntity.status(201)
                .cacheControl(CacheControl.noStore())
                .body(new LinkMade(token, "/#/rate/" + token, resident, link.expiresAt()));
    }

    record Named(
            @Nullable String code,
            @Nullable String zh,
            @Nullable String en) {}

    /** What the resident is asked about: number and kind of the matter, and nobody's name. */
    record AskedView(
            @Nullable String caseNumber, Named category, Instant reportedAt, Instant expiresAt, List<String> tags) {}

    @GetMapping("/by-token/{token}")
    ResponseEntity<AskedView> asked(@PathVariable String token) {
        RoundLink link = open(token);
        Round round = roundOf(link).value();
        if (round.state() != Round.State.OPEN
                || round.replyOf(link.residentId()).isPresent()) {
            throw new ProblemException(409, wasUsed(round, link) ? "link-used" : "round-ended", Map.of());
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new AskedView(
                        round.theCase().caseNumber(),
                        category(round.theCase().category()),
                        round.theCase().openedAt(),
                        link.expiresAt(),
                        settings.tags()));
    }

    /** @param answered always true: what follows from it is not the resident's to wait for */
    record Thanks(boolean answered) {}

    @PostMapping("/by-token/{token}")
    Thanks answer(@PathVariable String token, @RequestBody RatingBody body) {
        RoundLink link = open(token);
        LinkAnswer answer = body.answer(link, settings.tags(), ids::newSalt);
        RoundDoor.standing(desk.take(roundOf(link), answer, body.fingerprint(), Traces.current()));
        return new Thanks(true);
    }

    private RoundLink open(String token) {
        RoundLink link = links.find(Tokens.hash(token)).orElseThrow(() -> new ProblemException(404, "link-unknown"));
        if (link.isOver(clock.instant())) {
            throw new ProblemException(410, "link-expired");
        }
        return link;
    }

    private Stored<Round> roundOf(RoundLink link) {
        return rounds.load(link.roundId()).orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private static boolean wasUsed(Round round, RoundLink link) {
        return round.replies().stream().anyMatch(reply -> reply.commandId().equals(link.id()));
    }

    private Named category(@Nullable String code) {
        return directory
                .ifReady()
                .flatMap(now -> now.category(code == null ? "" : code))
                .map(item -> new Named(code, item.subclassZh(), item.subclassEn()))
                .orElse(new Named(code, null, null));
    }
}
