package io.wangge.intake.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.intake.suggestion.UrgentWords;
import io.wangge.intake.suggestion.UrgentWordsStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** The urgent words as this replica knows them: read now and then, so that no report waits for them. */
public final class UrgentWordsNow implements Supplier<UrgentWords> {
    private final UrgentWordsStore store;
    private final UrgentWords usual;
    private final InstantSource clock;
    private volatile UrgentWords known;

    /** @param usual what holds until somebody has set others */
    public UrgentWordsNow(UrgentWordsStore store, UrgentWords usual, InstantSource clock) {
        this.store = store;
        this.usual = usual;
        this.clock = clock;
        this.known = usual;
    }

    @Override
    public UrgentWords get() {
        return known;
    }

    public void refresh() {
        known = store.find().orElse(usual);
    }

    /** By ADMIN. Holds here at once, at other replicas within half a minute. */
    public Optional<Refused> set(Caller caller, UrgentWords words) {
        if (!caller.has(Role.ADMIN)) {
            return Optional.of(Refused.of("not-allowed"));
        }
        store.set(words, caller.staffId(), clock.instant());
        known = words;
        return Optional.empty();
    }
}
