package io.wangge.ledger.callback;

import io.wangge.contracts.Erasable;
import io.wangge.contracts.callback.Grade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resident says through a link, by themselves.
 *
 * @param linkId the hash of the link's token: a link is good for one answer
 * @param tags words that were ticked
 */
public record LinkAnswer(
        String linkId,
        String residentId,
        boolean settled,
        Grade grade,
        List<String> tags,
        @Nullable Erasable comment) {}
