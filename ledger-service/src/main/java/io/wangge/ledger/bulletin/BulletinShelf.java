package io.wangge.ledger.bulletin;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where bulletins stand. */
public interface BulletinShelf {
    Optional<Bulletin> find(String id);

    /** @return what stands now: this one, or the one that was there before */
    Bulletin put(Bulletin bulletin);

    /** Which of these there are. */
    Set<String> known(Collection<String> ids);

    /**
     * Latest first.
     *
     * @param units of which unit, or of which and all below
     * @param below whether those below are asked for too
     */
    List<Bulletin.Head> list(
            Collection<String> units, boolean below, @Nullable BulletinKind kind, @Nullable String period, int limit);

    /** The day of the first report; before it there is nothing to tell. */
    Optional<LocalDate> firstDay();
}
