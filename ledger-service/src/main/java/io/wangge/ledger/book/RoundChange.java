package io.wangge.ledger.book;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.ledger.callback.Round;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch does to one round.
 *
 * @param before as it was stored; null when the batch opens it
 * @param version seq of its last event before; 0 when the batch opens it
 * @param events continuing at {@code version + 1}
 * @param commandId of the case's event that caused it
 */
public record RoundChange(
        @Nullable Round before, long version, Round after, List<Envelope<CallbackEvent>> events, String commandId) {}
