package io.wangge.intake.reveal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every look at a contact, each told to the ledger. */
public interface Reveals {
    /** @return empty when nobody knows whether it was stored, else the one that stands under the id: this or an earlier one */
    Optional<Reveal> add(Reveal reveal, @Nullable String traceparent);

    /** How many looks somebody took since a moment. */
    long countOf(String staffId, Instant since);
}
