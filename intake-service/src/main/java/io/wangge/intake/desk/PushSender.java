package io.wangge.intake.desk;

import io.wangge.intake.notice.Attempt;
import io.wangge.intake.notice.Message;
import io.wangge.intake.notice.PushSubscription;

/** Hands a message to the push service of one browser. */
public interface PushSender {
    /** Why a subscription is over for good. */
    String GONE = "gone";

    /** Whether a browser may have made these two: a point of the curve P-256, and 16 bytes; both in base64url. */
    boolean isKey(String p256dh, String auth);

    /**
     * Blocks at most some seconds.
     *
     * @param silent it is to come without a sound: its reader's quiet hours
     * @return refused with {@link #GONE} when the service has that browser no more
     */
    Attempt send(PushSubscription to, Message message, boolean silent);
}
