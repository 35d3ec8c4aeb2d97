package io.wangge.intake.notice;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a case.
 *
 * @param receiverId staff id of the first receiver; null when it was no member of staff
 * @param residents person ids with the tracking number that each was given; an empty number where it is not known here
 */
public record Audience(@Nullable String receiverId, Map<String, String> residents) {
    public static final Audience NOBODY = new Audience(null, Map.of());

    public Audience {
        residents = Map.copyOf(residents);
    }

    public List<String> personIds() {
        return List.copyOf(residents.keySet());
    }
}
