package io.wangge.kit.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.kit.problem.ProblemRenderer;
import io.wangge.kit.problem.ProblemTexts;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Found by fuzzing: a container answers these with exceptions of its own. */
class ProblemAdviceTest {
    private final ProblemAdvice advice =
            new ProblemAdvice(new ProblemResponses(new ProblemRenderer(ProblemTexts.of("kit"))));

    @Test
    void parts_without_a_boundary_or_that_end_in_the_middle_are_the_callers_mistake() {
        assertAnswer(new MultipartException("the request has no boundary"), 400, "bad-request");
    }

    @Test
    void a_part_over_the_limit_says_how_much_is_allowed() {
        assertAnswer(new MaxUploadSizeExceededException(1024), 413, "body-too-large");
    }

    private void assertAnswer(Exception failure, int status, String code) {
        ResponseEntity<byte[]> answer = Objects.requireNonNull(advice.answer(failure, new MockHttpServletRequest()));
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8))
                .contains("\"" + code + "\"");
    }
}
