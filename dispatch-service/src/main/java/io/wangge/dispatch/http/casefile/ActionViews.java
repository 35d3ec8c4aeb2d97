package io.wangge.dispatch.http.casefile;

import io.wangge.contracts.Refused;
import io.wangge.dispatch.casefile.Action;
import io.wangge.dispatch.casefile.Case;
import io.wangge.kit.problem.ProblemLanguage;
import io.wangge.kit.problem.ProblemTexts;
import io.wangge.kit.store.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be done with a case, and why not, in the words that the refusal itself would have. */
final class ActionViews {
    private final ProblemTexts texts;
    private final Refusals refusals;

    ActionViews(ProblemTexts texts, Refusals refusals) {
        this.texts = texts;
        this.refusals = refusals;
    }

    record Actions(String caseId, long version, List<ActionView> actions) {}

    /** @param code why not; absent when it is allowed */
    record ActionView(
            String type,
            String zh,
            String en,
            boolean allowed,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String remedy,
            @Nullable Map<String, Object> facts) {}

    Actions of(Stored<Case> stored, Map<Action, Optional<Refused>> actions, @Nullable String acceptLanguage) {
        ProblemLanguage language = ProblemLanguage.of(acceptLanguage);
        return new Actions(
                stored.id(),
                stored.version(),
                actions.entrySet().stream()
                        .map(entry -> view(
                                entry.getKey(),
                                entry.getValue().map(refusals::worded).orElse(null),
                                language))
                        .toList());
    }

    private ActionView view(Action action, @Nullable Refused refused, ProblemLanguage language) {
        return refused == null
                ? new ActionView(
                        action.code(), ActionNames.zh(action), ActionNames.en(action), true, null, null, null, null)
                : new ActionView(
                        action.code(),
                        ActionNames.zh(action),
                        ActionNames.en(action),
                        false,
                        refused.code(),
                        text(language, refused, "detail"),
                        text(language, refused, "remedy"),
                        refused.facts());
    }

    private @Nullable String text(ProblemLanguage language, Refused refused, String part) {
        return texts.text(language, refused.code() + "." + part, refused.facts())
                .orElse(null);
    }
}
