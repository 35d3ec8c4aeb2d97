package io.wangge.ledger.callback;

import io.wangge.contracts.Actor;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.callback.Grade;
import io.wangge.ledger.callback.RoundDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Whatever clerks and residents may say in a round, at random. */
public final class RoundWalk {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor CLERK = Actor.staff("s-callback-clerk-1", "u-street-1");

    private final Random random;
    private final List<Said> said = new ArrayList<>();
    private Round round;
    private Instant now;

    public RoundWalk(Round opened, Random random) {
        this.round = opened;
        this.random = random;
        this.now = opened.openedAt();
    }

    /** @param at time of the event */
    public record Said(CallbackEvent event, Instant at) {}

    /** @return what was said by this step; nothing when it was refused */
    public List<Said> step() {
        now = now.plus(Duration.ofHours(1 + random.nextInt(20)));
        String resident = round.reporters().get(random.nextInt(round.reporters().size()));
        String id = "c" + said.size() + "-" + random.nextInt(1000);
        String named = round.reporters().size() == 1 && random.nextBoolean() ? null : resident;
        boolean happy = random.nextBoolean();
        Grade grade = happy ? Grade.SATISFIED : Grade.UNSATISFIED;
        RoundDecision decision = switch (random.nextInt(4)) {
            case 0 ->
                RoundDecider.decide(round, new Outcome(id, named, false, null, null, null, null), asking(CLERK, id));
            case 1 ->
                RoundDecider.decide(
                        round,
                        new Outcome(id, named, true, happy, grade, random.nextBoolean(), null),
                        asking(CLERK, id));
            case 2 ->
                RoundDecider.decide(
                        round,
                        new LinkAnswer(id, resident, happy, grade, List.of("SLOW"), null),
                        asking(Actor.resident(resident), id));
            default ->
                RoundDecider.decide(round, new Judgement(id, named, random.nextBoolean(), null), asking(CLERK, id));
        };
        if (!(decision instanceof Changed(Round after, List<CallbackEvent> events, Instant at))) {
            return List.of();
        }
        round = after;
        List<Said> more = events.stream().map(event -> new Said(event, at)).toList();
        said.addAll(more);
        return more;
    }

    private Asking asking(Actor by, String id) {
        return new Asking(by, now, ZONE, "f" + id);
    }

    public Round round() {
        return round;
    }

    public List<Said> said() {
        return List.copyOf(said);
    }
}
