package io.wangge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.systemtests.client.Answer;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Asks the same twice, in Chinese and in English, and looks at the problem that comes back. */
final class Problems {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private Problems() {}

    /** @param request made with the headers that it is given */
    static Answer assertRefused(int status, String code, Function<Map<String, String>, Answer> request) {
        Answer zh = request.apply(Map.of("Accept-Language", "zh-CN"));
        Answer en = request.apply(Map.of("Accept-Language", "en"));
        assertProblem(zh, status, code);
        assertProblem(en, status, code);
        for (String field : new String[] {"title", "detail", "remedy"}) {
            assertThat(zh.json().path(field).asString("")).as("zh %s", field).containsPattern(HAN);
            assertThat(en.json().path(field).asString(""))
                    .as("en %s", field)
                    .isNotBlank()
                    .doesNotContainPattern(HAN);
        }
        return zh;
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.json().path("code").asString(""))
                .as("code of %d %s", answer.status(), answer.body())
                .isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }
}
