package io.wangge.ledger.rating;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.rating.RatingEvent.Rated;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.StreamStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes ratings, each once. */
public final class RatingDesk {
    private final StreamStore<Rating> ratings;

    public RatingDesk(StreamStore<Rating> ratings) {
        this.ratings = ratings;
    }

    /** What became of a rating. */
    public enum Taken {
        STANDING,
        SAME_ID_OTHER_CONTENT,
        /** Nobody knows whether it was stored: to be sent again with the same id. */
        UNKNOWN
    }

    public Taken take(Rating rating, Rated event, @Nullable String traceparent) {
        Envelope<Rated> envelope = new Envelope<>(Streams.rating(rating.id()), 1, rating.at(), traceparent, event);
        return switch (ratings.create(rating.id(), rating, rating.id(), List.of(envelope))) {
            case Commit.Done<Rating> done -> Taken.STANDING;
            case Commit.DuplicateKey<Rating> duplicate ->
                ratings.load(rating.id())
                                .filter(known -> known.value().fingerprint().equals(rating.fingerprint()))
                                .isPresent()
                        ? Taken.STANDING
                        : Taken.SAME_ID_OTHER_CONTENT;
            case Commit.BadDocument<Rating>(String message) ->
                throw new IllegalStateException("The store refused a rating: " + message);
            case Commit.LostRace<Rating> race -> Taken.UNKNOWN;
            case Commit.OutboxFull<Rating> full -> Taken.UNKNOWN;
            case Commit.Unknown<Rating> unknown -> Taken.UNKNOWN;
        };
    }
}
