package io.wangge.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.kit.problem.ProblemLanguage;
import io.wangge.kit.problem.ProblemTexts;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {
    private final ProblemTexts texts = ProblemTexts.of("gateway");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong-password",
                "account-locked",
                "account-disabled",
                "one-time-password-over",
                "new-password-needed",
                "password-too-weak",
                "account-name-taken",
                "own-account",
                "session-ended",
                "screen-already-issued",
                "screen-code-wrong",
                "screen-not-known",
                "sign-in-busy",
                "too-many-requests",
                "service-unavailable",
                "outcome-unknown",
                "outbox-full",
                "not-ready",
                "body-too-large",
                "not-signed-in",
                "token-expired",
                "token-invalid",
                "not-allowed",
                "not-found",
                "method-not-allowed",
                "internal-error"
            })
    void everyCodeOfTheGatewayHasItsTextsInBothLanguages(String code) {
        for (ProblemLanguage language : ProblemLanguage.values()) {
            for (String part : new String[] {"title", "detail", "remedy"}) {
                assertThat(texts.text(
                                language,
                                code + "." + part,
                                Map.of("minutes", 5, "limit", 1, "method", "PUT", "min", 10, "maxBytes", 72)))
                        .as(code + "." + part + " " + language)
                        .hasValueSatisfying(
                                text -> assertThat(text).isNotBlank().doesNotContain("?", "{"));
            }
        }
    }
}
