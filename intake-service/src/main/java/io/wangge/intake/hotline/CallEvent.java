package io.wangge.intake.hotline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the telephone system tells of a call. Its messages may come twice and in any order.
 *
 * @param callId of the telephone system
 * @param line number that was called
 * @param number of the caller in normal form; null when it is withheld
 * @param agentId staff id at whose place it rings or who took it; null for anybody's
 * @param at by our clock, when it came in: a limit never hangs on the telephone system's clock
 * @param record of the recording, under which it is found there; null while there is none
 */
public record CallEvent(
        String callId,
        Kind kind,
        String line,
        @Nullable String number,
        @Nullable String agentId,
        Instant at,
        @Nullable String record) {

    /** 振铃, 接听, 挂断. */
    public enum Kind {
        RING,
        ANSWER,
        END
    }

    /** Never the number, which is personal. */
    @Override
    public String toString() {
        return "CallEvent[" + callId + " " + kind + "]";
    }
}
