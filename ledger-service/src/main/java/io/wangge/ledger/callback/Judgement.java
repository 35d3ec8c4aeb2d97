package io.wangge.ledger.callback;

import io.wangge.contracts.Erasable;
import org.jspecify.annotations.Nullable;

/**
 * A clerk's word on whose fault it is that a resident, who answered through a link, is not satisfied.
 *
 * @param id made by the client, so that it may be sent again
 * @param residentId null in a round with one reporter
 */
public record Judgement(
        String id,
        @Nullable String residentId,
        boolean unitAtFault,
        @Nullable Erasable comment) {}
