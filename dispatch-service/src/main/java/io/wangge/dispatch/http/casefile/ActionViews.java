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

    ActionViews(ProblemTexts texts) {
        this.texts = texts;
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
                        .map(entry -> view(entry.getKey(), entry.getValue().orElse(null), language))
                        .toList());
    }

    private ActionView view(Action action, @Nullable Refused refused, ProblemLanguage language) {
        return refused == null
                ? new ActionView(action.code(), zh(action), en(action), true, null, null, null, null)
                : new ActionView(
                        action.code(),
                        zh(action),
                        en(action),
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

    private static String zh(Action action) {
        return switch (action) {
            case ACCEPT -> "受理";
            case RETURN -> "回退";
            case ESCALATE -> "提级上报";
            case HAND_DOWN -> "下派";
            case COMPLETE -> "处置完成";
            case DISPATCH -> "派遣";
            case DECIDE -> "裁定";
            case COMMENT -> "批注";
        };
    }

    private static String en(Action action) {
        return switch (action) {
            case ACCEPT -> "Accept";
            case RETURN -> "Return";
            case ESCALATE -> "Escalate";
            case HAND_DOWN -> "Hand down";
            case COMPLETE -> "Complete";
            case DISPATCH -> "Dispatch";
            case DECIDE -> "Decide";
            case COMMENT -> "Comment";
        };
    }
}
