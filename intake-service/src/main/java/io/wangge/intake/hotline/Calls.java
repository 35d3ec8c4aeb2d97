package io.wangge.intake.hotline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 来电 of all lines. */
public interface Calls {
    /**
     * Adds what the telephone system says; the same again changes nothing, and what comes late never undoes what came
     * before.
     *
     * @param personId whom the number belongs to, as far as is known
     */
    Call told(CallEvent event, @Nullable String personId);

    Optional<Call> find(String callId);

    /** Of one agent and those at nobody's place, changed at or after a moment, newest first. */
    List<Call> latest(String staffId, Instant since, int atMost);

    /** Changed at or after a moment by the store's clock, oldest change first. */
    List<Call> changedSince(Instant moment, int atMost);

    /** The same report again changes nothing. */
    Call filed(String callId, String reportId);

    /** The same transfer again changes nothing. */
    Call handedOn(String callId, Call.Transfer transfer);
}
