package io.wangge.ledger.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One event for one subscriber.
 *
 * @param id {@code webhook-id}: the same for each try, so that the receiver knows a repeat
 * @param key deliveries of a key go one after another: the case
 * @param order within the key
 * @param body as it is signed and sent
 * @param nextAt of a waiting one: when it is tried
 * @param status HTTP status of the last try; null when there was no answer
 * @param problem code of what went wrong at the last try
 * @param endedAt null while it waits
 */
public record Delivery(
        String id,
        String subscriptionId,
        String eventId,
        String type,
        String key,
        long order,
        String body,
        State state,
        int attempts,
        Instant createdAt,
        Instant nextAt,
        @Nullable Integer status,
        @Nullable String problem,
        @Nullable Long millis,
        @Nullable Instant endedAt) {

    /** Where it is. */
    public enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    public static Delivery of(
            Subscription to, String eventId, String type, String key, long order, String body, Instant now) {
        return new Delivery(
                idOf(to.id(), eventId),
                to.id(),
                eventId,
                type,
                key,
                order,
                body,
                State.WAITING,
                0,
                now,
                now,
                null,
                null,
                null,
                null);
    }

    /** The same event for the same subscriber has the same id, so that hearing it twice adds nothing. */
    static String idOf(String subscriptionId, String eventId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((subscriptionId + "\n" + eventId).getBytes(StandardCharsets.UTF_8));
            return "msg_"
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(hash)
                            .substring(0, 27);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** After a try. @param giveUpAfter after its creation */
    public Delivery after(Reply reply, Instant now, java.time.Duration giveUpAfter) {
        boolean over = !reply.isGood() && createdAt.plus(giveUpAfter).isBefore(now);
        State then = reply.isGood() ? State.DELIVERED : (over ? State.GIVEN_UP : State.WAITING);
        int tried = attempts + 1;
        return new Delivery(
                id,
                subscriptionId,
                eventId,
                type,
                key,
                order,
                body,
                then,
                tried,
                createdAt,
                then == State.WAITING ? now.plus(BackOff.after(tried, id)) : nextAt,
                reply.status(),
                reply.problem(),
                reply.millis(),
                then == State.WAITING ? null : now);
    }
}
