package io.wangge.intake.http.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.kit.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SyncTurnsTest {
    private static final MockHttpServletRequest REQUEST = new MockHttpServletRequest();
    private static final MockHttpServletResponse RESPONSE = new MockHttpServletResponse();

    @Test
    void who_waits_longer_than_the_patience_is_told_to_come_again() throws Exception {
        SyncTurns turns = new SyncTurns(1, Duration.ofMillis(1));
        turns.preHandle(REQUEST, RESPONSE, this);

        assertThatThrownBy(() -> turns.preHandle(REQUEST, RESPONSE, this))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(503);
                    assertThat(refused.getMessage()).isEqualTo("sync-busy");
                });
    }

    @Test
    void a_call_that_ends_lets_the_next_one_in() throws Exception {
        SyncTurns turns = new SyncTurns(1, Duration.ofMinutes(1));
        turns.preHandle(REQUEST, RESPONSE, this);
        Executor another = Executors.newVirtualThreadPerTaskExecutor();
        CompletableFuture<Boolean> next = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return turns.preHandle(REQUEST, RESPONSE, this);
                    } catch (InterruptedException e) {
                        return false;
                    }
                },
                another);

        assertThat(next).isNotDone();
        turns.afterCompletion(REQUEST, RESPONSE, this, null);

        assertThat(next.get()).isTrue();
    }
}
