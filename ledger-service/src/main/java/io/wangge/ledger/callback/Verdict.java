package io.wangge.ledger.callback;

import io.wangge.contracts.callback.Grade;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all reporters of a round said together: a merged case takes its worst grade (domain.md, Callback and closing), is
 * settled only when it is so for everyone who was reached, and one fault is a fault.
 */
record Verdict(
        boolean reached,
        @Nullable Boolean settled,
        @Nullable Grade grade,
        @Nullable Boolean unitAtFault) {

    static Verdict of(List<Reply> replies) {
        List<Reply> said = replies.stream().filter(Reply::reached).toList();
        if (said.isEmpty()) {
            return new Verdict(false, null, null, null);
        }
        List<Reply> unhappy = said.stream().filter(Reply::unhappy).toList();
        return new Verdict(
                true,
                said.stream().allMatch(reply -> Boolean.TRUE.equals(reply.settled())),
                worst(said),
                unhappy.isEmpty()
                        ? null
                        : unhappy.stream().anyMatch(reply -> Boolean.TRUE.equals(reply.unitAtFault())));
    }

    private static @Nullable Grade worst(List<Reply> said) {
        return said.stream()
                .map(Reply::grade)
                .filter(java.util.Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
