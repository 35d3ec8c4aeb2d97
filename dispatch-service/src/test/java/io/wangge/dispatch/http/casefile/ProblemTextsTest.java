package io.wangge.dispatch.http.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.kit.problem.ProblemLanguage;
import io.wangge.kit.problem.ProblemTexts;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {
    private final ProblemTexts texts = ProblemTexts.of("dispatch");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-found",
                "not-allowed",
                "wrong-state",
                "return-too-late",
                "top-reached",
                "ceiling-reached",
                "too-many-holds",
                "unknown-unit",
                "unit-not-below",
                "unit-outside-scope",
                "already-there",
                "category-needed",
                "no-draft",
                "draft-broken",
                "draft-exists",
                "import-refused",
                "no-such-form",
                "stale-version",
                "outcome-unknown",
                "outbox-full"
            })
    void every_refusal_has_its_words_and_says_what_to_do_in_both_languages(String code) {
        for (ProblemLanguage language : ProblemLanguage.values()) {
            for (String part : new String[] {"title", "detail", "remedy"}) {
                assertThat(texts.text(language, code + "." + part, Map.of()))
                        .as("%s.%s", code, part)
                        .isPresent();
            }
        }
    }
}
