package io.wangge.ledger.callback;

import io.wangge.contracts.Erasable;
import io.wangge.contracts.callback.Grade;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk says of one call. When nobody was reached, the rest is not looked at.
 *
 * @param id made by the client, so that it may be sent again
 * @param residentId who was called; null in a round with one reporter
 * @param settled 解决, present when reached
 * @param grade present when reached
 * @param unitAtFault the clerk's judgement, needed when the resident is unsatisfied or the matter is not settled
 */
public record Outcome(
        String id,
        @Nullable String residentId,
        boolean reached,
        @Nullable Boolean settled,
        @Nullable Grade grade,
        @Nullable Boolean unitAtFault,
        @Nullable Erasable comment) {

    /** 不满意 or 未解决. */
    boolean unhappy() {
        return reached && (grade == Grade.UNSATISFIED || Boolean.FALSE.equals(settled));
    }
}
