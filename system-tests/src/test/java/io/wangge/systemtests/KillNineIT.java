package io.wangge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.systemtests.chaos.KillNine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KillNineIT {
    private final World world = World.shared();

    @Test
    void whateverDiesInTheMiddleNothingAcknowledgedIsLostAndNothingIsDoneTwice() {
        KillNine.Result result = new KillNine(world.stack(), world.people(), 8, System.out::println)
                .run(KillNine.EVERYTHING, Duration.ofSeconds(2));
        assertThat(result.faults()).isEmpty();
        assertThat(result.acknowledged()).isGreaterThanOrEqualTo(8 * KillNine.EVERYTHING.size());
    }
}
