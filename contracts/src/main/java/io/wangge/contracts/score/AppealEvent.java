package io.wangge.contracts.score;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Event;
import java.util.List;

/** Events of the stream {@code appeal/ID}: 申诉 of an overdue. The case stays overdue, whatever is decided. */
public sealed interface AppealEvent extends Event {
    String appealId();

    String caseId();

    /**
     * A unit says that an overdue should not count against it.
     *
     * @param unitPath ids from the top down to the unit whose overdue it is
     * @param month in which the overdue counts, such as 2026-03
     */
    record AppealFiled(
            String appealId,
            String caseId,
            String caseNumber,
            List<String> unitPath,
            String month,
            Actor by,
            Erasable reason)
            implements AppealEvent {}

    /**
     * An inspector's word on it.
     *
     * @param granted the score counts the overdue no longer
     */
    record AppealDecided(
            String appealId, String caseId, List<String> unitPath, Actor by, boolean granted, Erasable reason)
            implements AppealEvent {}
}
