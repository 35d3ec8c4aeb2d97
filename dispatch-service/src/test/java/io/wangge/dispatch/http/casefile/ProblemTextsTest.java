package io.wangge.dispatch.http.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.kit.problem.ProblemLanguage;
import io.wangge.kit.problem.ProblemTexts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
                "mediation-first",
                "may-not-leave",
                "held-too-short",
                "already-asked",
                "nothing-asked",
                "too-late-to-ask",
                "no-extension-left",
                "extension-too-long",
                "superior-limit-reached",
                "suspended-once",
                "unknown-cause",
                "suspension-out-of-range",
                "doer-may-not-check",
                "tasks-open",
                "too-many-tasks",
                "no-such-task",
                "helper-is-holder",
                "no-reply-due",
                "supervision-does-not-rise",
                "reopening-over",
                "never-held",
                "unknown-level",
                "level-not-above",
                "no-unit-there",
                "no-such-leader",
                "deadline-in-the-past",
                "judgement-needed",
                "too-many-holds",
                "unknown-unit",
                "unit-not-below",
                "unit-outside-scope",
                "already-there",
                "category-needed",
                "search-too-broad",
                "carries-another",
                "no-such-case",
                "merge-with-itself",
                "target-over",
                "too-many-joined",
                "came-back-too-seldom",
                "on-the-desk-already",
                "no-duty-leader",
                "dismissed-already",
                "too-many-dismissed",
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

    @Test
    void every_fault_of_a_field_has_its_words() {
        assertThat(texts.missingForFields(List.of(
                        "required",
                        "too-long",
                        "too-many",
                        "bad-format",
                        "unknown-value",
                        "unknown-parameter",
                        "unknown-unit",
                        "unknown-grid",
                        "unknown-category",
                        "too-little-to-search",
                        "stands-twice")))
                .isEmpty();
    }
}
