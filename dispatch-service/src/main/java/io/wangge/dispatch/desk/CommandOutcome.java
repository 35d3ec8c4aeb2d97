package io.wangge.dispatch.desk;

import io.wangge.contracts.Refused;
import io.wangge.dispatch.casefile.Case;
import io.wangge.kit.store.Stored;

/** What a caller is told about a command. */
public sealed interface CommandOutcome {
    /** Done, now or by an earlier sending of the same command. */
    record Done(Stored<Case> now) implements CommandOutcome {}

    record Rejected(Refused refused) implements CommandOutcome {}

    /** Somebody changed the case since. @param current its version */
    record Stale(long current) implements CommandOutcome {}

    /** Too many events of the case wait to be published. */
    record OutboxFull() implements CommandOutcome {}

    /** Nobody knows; sending it again with the same id is safe. */
    record Unknown() implements CommandOutcome {}
}
