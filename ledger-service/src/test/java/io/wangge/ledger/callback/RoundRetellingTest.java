package io.wangge.ledger.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.casefile.CaseEvent.CallbackRequested;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.ledger.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A round as its events tell it is the round that they came from. */
class RoundRetellingTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void whateverIsSaidTheEventsTellTheRound() {
        Set<String> seen = new TreeSet<>();
        for (int seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            Round opened = opened(List.of("p-1", "p-2", "p-3").subList(0, random.nextInt(4)));
            RoundWalk walk = new RoundWalk(opened, random);
            for (int i = 0; i < 12; i++) {
                walk.step();
                Round told = told(opened, walk.said());
                assertThat(RoundStanding.filled(told, walk.round()))
                        .as("seed %s", seed)
                        .isEqualTo(walk.round());
                assertThat(told.state()).isEqualTo(walk.round().state());
                assertThat(told.triedOn()).isEqualTo(walk.round().triedOn());
                assertThat(told.toJudge()).isEqualTo(walk.round().toJudge());
            }
            walk.said().forEach(said -> seen.add(said.event().getClass().getSimpleName()));
            seen.add(walk.round().state().name());
        }
        assertThat(seen)
                .containsExactly(
                        "ANSWERED", "AttemptFailed", "FaultJudged", "OPEN", "ReporterAnswered", "RoundAnswered");
    }

    @Test
    void whatTheCaseDoesToItIsToldToo() {
        Round opened = opened(List.of("p-1"));
        Instant due = Story.START.plus(Duration.ofDays(9));
        RoundOpening.Turn anew = RoundOpening.dueAnew(opened, due, Story.START.plusSeconds(5));
        RoundOpening.Turn over = RoundOpening.abandon(anew.round(), "case-moved-on", Story.START.plusSeconds(9));

        Round told = RoundRetelling.after(
                RoundRetelling.after(opened, anew.event(), "e/2", anew.at(), ZONE),
                over.event(),
                "e/3",
                over.at(),
                ZONE);

        assertThat(told).isEqualTo(over.round());
    }

    @Test
    void whatStandsOtherwiseIsNotFilledAway() {
        Round opened = opened(List.of("p-1", "p-2"));
        RoundWalk walk = new RoundWalk(opened, new Random(1));
        while (walk.round().replies().isEmpty()) {
            walk.step();
        }
        Round told = told(opened, walk.said());
        assertThat(RoundStanding.filled(told, opened).replies()).isEqualTo(told.replies());
        assertThat(RoundStanding.filled(told, opened)).isNotEqualTo(opened);
    }

    private static Round told(Round opened, List<RoundWalk.Said> said) {
        Round told = opened;
        for (int i = 0; i < said.size(); i++) {
            told = RoundRetelling.after(
                    told,
                    said.get(i).event(),
                    "round/c.1/" + (i + 2),
                    said.get(i).at(),
                    ZONE);
        }
        return told;
    }

    private static Round opened(List<String> residents) {
        return RoundOpening.open(
                        "c",
                        new CallbackRequested("c.1", residents, "u-community-1", Channel.GRID_WORKER, Story.START),
                        new Story("c").summary(CaseState.PENDING_CALLBACK),
                        null,
                        Story.HANDLER,
                        Story.START)
                .round();
    }
}
