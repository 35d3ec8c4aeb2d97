package io.wangge.ledger.http;

import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.desk.RoundShelf.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A place in a list as an opaque text. */
public final class PageCursor {
    private PageCursor() {}

    public static @Nullable String of(@Nullable Place place) {
        return place == null
                ? null
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                (place.at().toEpochMilli() + "|" + place.roundId()).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException {@code invalid-field} for what we never gave out */
    public static @Nullable Place read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            return new Place(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(bar, 0)))), text.substring(bar + 1));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "bad-format");
        }
    }
}
