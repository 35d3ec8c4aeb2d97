package io.wangge.ledger.callback;

import io.wangge.contracts.callback.Grade;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one reporter of a round. What was said in words stands in the ledger, where it can be erased.
 *
 * @param residentId empty when the case names nobody
 * @param commandId of the outcome, or the hash of the link's token
 * @param fingerprint of the content, to know a repeat from another one with the same id
 * @param clerkId who asked, a clerk or a grid worker; null when the resident answered through a link
 * @param reached false when three attempts on different days failed
 * @param unitAtFault null for the content, and until a clerk judged it
 * @param tags words that the resident ticked
 * @param judged how the fault was judged, where that came after the answer
 * @param atTheDoor said to a grid worker, who judges nothing
 */
public record Reply(
        String residentId,
        String commandId,
        String fingerprint,
        @Nullable String clerkId,
        Instant at,
        boolean reached,
        @Nullable Boolean settled,
        @Nullable Grade grade,
        @Nullable Boolean unitAtFault,
        List<String> tags,
        @Nullable Judged judged,
        boolean atTheDoor) {

    /** A clerk's judgement of an answer that came through a link or from the door. */
    public record Judged(String commandId, String fingerprint, String clerkId, Instant at) {}

    /** 不满意 or 未解决. */
    boolean unhappy() {
        return reached && (grade == Grade.UNSATISFIED || Boolean.FALSE.equals(settled));
    }

    /** Whether a clerk still has to say whose fault it is; until then the round stays open. */
    public boolean toJudge() {
        return unhappy() && unitAtFault == null;
    }

    Reply judged(boolean fault, Judged how) {
        return new Reply(
                residentId, commandId, fingerprint, clerkId, at, reached, settled, grade, fault, tags, how, atTheDoor);
    }
}
