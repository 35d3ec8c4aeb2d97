package io.wangge.ledger.bulletin;

import java.time.Instant;
import java.util.List;

/** 督办, as the entries tell of it. */
public interface Supervisions {
    int MOST = 200;

    /** @param level NORMAL, YELLOW or RED @param cause {@code person}, {@code overdue}, … */
    record Supervision(
            String caseId, String caseNumber, String level, String cause, List<String> holderPath, Instant at) {}

    /** Of cases in the unit's scope, oldest first. @param to not in it */
    List<Supervision> of(String unitId, Instant from, Instant to);
}
