package io.wangge.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TracesTest {
    private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void a_traceparent_that_came_is_carried_on_and_anything_else_is_replaced() {
        assertThat(Traces.continued(GIVEN)).isEqualTo(GIVEN);
        for (String wrong : new String[] {
            null,
            "",
            "x",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            GIVEN + "\r\nSet-Cookie: x"
        }) {
            String fresh = Traces.continued(wrong);
            assertThat(fresh).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00").isNotEqualTo(wrong);
            assertThat(Traces.continued(fresh)).isEqualTo(fresh);
        }
    }

    @Test
    void the_thread_is_bound_within_the_scope_and_as_before_after_it() {
        assertThat(Traces.current()).isNull();
        try (Traces.Scope outer = Traces.open(GIVEN)) {
            assertThat(Traces.current()).isEqualTo(GIVEN);
            assertThat(MDC.get("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            try (Traces.Scope inner = Traces.open(Traces.begin())) {
                assertThat(Traces.current()).isNotEqualTo(GIVEN);
            }
            assertThat(Traces.current()).isEqualTo(GIVEN);
        }
        assertThat(Traces.current()).isNull();
        assertThat(MDC.get("traceId")).isNull();
    }
}
