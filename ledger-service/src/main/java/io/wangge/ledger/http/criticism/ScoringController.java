package io.wangge.ledger.http.criticism;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.criticism.ScoringEvent.Candidate;
import io.wangge.contracts.criticism.ScoringEvent.CandidateKind;
import io.wangge.contracts.criticism.ScoringEvent.ScoringNoticed;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import io.wangge.ledger.criticism.Award;
import io.wangge.ledger.criticism.BallotBox;
import io.wangge.ledger.criticism.CriticismList;
import io.wangge.ledger.criticism.Prizes;
import io.wangge.ledger.criticism.Scoring;
import io.wangge.ledger.criticism.ScoringRules;
import io.wangge.ledger.desk.Tokens;
import io.wangge.ledger.http.BodyFields;
import io.wangge.ledger.http.RecordFields;
import io.wangge.ledger.records.RecordDesk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 半年评议: announced, scored in secret on the spot, counted, rewarded (systems.md S6). */
@RestController
@RequestMapping("/api/v1/ledger/criticisms/scorings")
class ScoringController {
    private static final int MOST = 50;

    private final RecordDesk<Scoring> desk;
    private final RecordDesk<Award> awards;
    private final BallotBox box;
    private final CriticismList criticisms;
    private final ScoringRules rules;
    private final DirectoryCopy directory;
    private final InstantSource clock;

    ScoringController(
            RecordDesk<Scoring> desk,
            RecordDesk<Award> awards,
            BallotBox box,
            CriticismList criticisms,
            ScoringRules rules,
            DirectoryCopy directory,
            InstantSource clock) {
        this.desk = desk;
        this.awards = awards;
        this.box = box;
        this.criticisms = criticisms;
        this.rules = rules;
        this.directory = directory;
        this.clock = clock;
    }

    record ScoringsView(List<ScoringView> items) {}

    /** @param scores candidate → score, every candidate's */
    record BallotBody(@Nullable String id, @Nullable Map<String, Integer> scores) {}

    /** Nothing of the ballot comes back. */
    record Cast(boolean counted) {}

    @GetMapping
    ScoringsView list(Caller caller) {
        return new ScoringsView(criticisms.scorings(caller.units(), MOST).stream()
                .map(scoring -> view(caller, scoring))
                .toList());
    }

    @GetMapping("/{scoringId}")
    ScoringView one(Caller caller, @PathVariable String scoringId) {
        return view(caller, seen(caller, scoringId));
    }

    @PostMapping
    ScoringView announce(Caller caller, @RequestBody ScoringBody body) {
        List<String> path = directory
                .current()
                .unit(String.valueOf(body.unitId()))
                .map(UnitItem::path)
                .orElseThrow(() -> ProblemException.invalid("unitId", "required"));
        Actor by = CriticismDoor.inCharge(caller, path);
        ScoringNoticed notice = body.notice(rules, by);
        Instant now = RecordFields.now(clock);
        String fingerprint = Tokens.hash("scoring|" + notice);
        Optional<Scoring> known = desk.find(notice.scoringId());
        if (known.isEmpty()) {
            rules.whyNot(notice, now).ifPresent(ScoringController::refuse);
            checkNames(notice);
        }
        Scoring scoring = new Scoring(notice.scoringId(), notice, path, now, List.of(), null, now, fingerprint);
        // The box stands before anybody can hear of the round.
        box.open(scoring.id());
        return view(caller, RecordFields.standing(desk.take(scoring, notice, Traces.current())));
    }

    private void checkNames(ScoringNoticed notice) {
        List<FieldFault> faults = new ArrayList<>();
        if (notice.judges().stream()
                .anyMatch(id -> directory.current().caller(id).isEmpty())) {
            faults.add(FieldFault.of("judges", "unknown-person"));
        }
        for (Candidate candidate : notice.candidates()) {
            boolean known = candidate.kind() == CandidateKind.UNIT
                    ? directory.current().unit(candidate.id()).isPresent()
                    : criticisms.scopeOf(candidate.id()).isPresent();
            if (!known) {
                faults.add(FieldFault.of("candidates.id", "unknown-candidate"));
            }
        }
        RecordFields.none(faults);
    }

    @PostMapping("/{scoringId}/ballots")
    Cast vote(Caller caller, @PathVariable String scoringId, @RequestBody BallotBody body) {
        List<FieldFault> faults = new ArrayList<>();
        BodyFields.id(body.id(), faults);
        Map<String, Integer> scores = body.scores();
        if (scores == null || scores.isEmpty() || scores.containsValue(null)) {
            faults.add(FieldFault.of("scores", "required"));
        }
        RecordFields.none(faults);
        // A judge need not belong to the unit that holds the round.
        Scoring scoring = desk.find(scoringId).orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        scoring.whyNot(caller.staffId(), scores == null ? Map.of() : scores, RecordFields.now(clock))
                .ifPresent(ScoringController::refuse);
        return switch (box.cast(
                scoringId, caller.staffId(), String.valueOf(body.id()), scores == null ? Map.of() : scores)) {
            case COUNTED -> new Cast(true);
            case VOTED_ALREADY -> throw new ProblemException(409, "voted-already");
            case CLOSED ->
                throw new ProblemException(
                        409, "scoring-over", Map.of("closedAt", scoring.notice().closesAt()));
        };
    }

    /** Counts and closes it; again it only sees to it that every prize is granted. */
    @PostMapping("/{scoringId}/closing")
    ScoringView close(Caller caller, @PathVariable String scoringId) {
        Scoring scoring = seen(caller, scoringId);
        Actor by = CriticismDoor.inCharge(caller, scoring.unitPath());
        if (scoring.results() == null) {
            scoring.whyNotOver(box.voted(scoringId), RecordFields.now(clock)).ifPresent(ScoringController::refuse);
        }
        BallotBox.Counted counted = box.close(scoringId);
        Scoring closed = RecordFields.standing(desk.take(
                scoringId, "close", before -> before.close(counted, by, RecordFields.now(clock)), Traces.current()));
        for (Award prize : Prizes.of(closed, closed.lastEventAt())) {
            RecordFields.standing(awards.take(prize, prize.granted(by), Traces.current()));
        }
        return view(caller, closed);
    }

    private Scoring seen(Caller caller, String scoringId) {
        return desk.find(scoringId)
                .filter(scoring -> caller.coversAny(scoring.unitPath())
                        || scoring.notice().judges().contains(caller.staffId()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private ScoringView view(Caller caller, Scoring scoring) {
        List<Award> won = scoring.results() == null ? List.of() : criticisms.wonIn(scoring.id());
        return ScoringView.of(scoring, caller.staffId(), box.voted(scoring.id()), won, RecordFields.now(clock));
    }

    private static void refuse(Refused why) {
        throw new ProblemException(why.code().equals("not-a-judge") ? 403 : 409, why);
    }
}
