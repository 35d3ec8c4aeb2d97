package io.wangge.contracts.rating;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Event;
import io.wangge.contracts.callback.Grade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of the stream {@code rating/ID}. */
public sealed interface RatingEvent extends Event {
    String ratingId();

    /** Where somebody was served. */
    enum Kind {
        WINDOW,
        VISIT
    }

    /**
     * 四级评价 of a service without a case.
     *
     * @param windowId null for a visit
     * @param unitId the unit that served
     * @param staffId who served
     * @param by the window's device, or the member of staff on whose telephone it was given
     * @param breaches which of the five zeros 五零 were not kept, such as DELAY
     */
    record Rated(
            String ratingId,
            Kind kind,
            @Nullable String windowId,
            String unitId,
            String staffId,
            Actor by,
            Grade grade,
            List<String> breaches,
            @Nullable Erasable comment)
            implements RatingEvent {}
}
