package io.wangge.intake.suggestion;

import java.time.Instant;
import java.util.Optional;

/** Where the urgent words stand. */
public interface UrgentWordsStore {
    /** Empty until somebody has set them. */
    Optional<UrgentWords> find();

    void set(UrgentWords words, String staffId, Instant at);
}
