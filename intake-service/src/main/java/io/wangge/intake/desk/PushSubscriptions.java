package io.wangge.intake.desk;

import io.wangge.intake.notice.PushSubscription;
import java.util.Collection;
import java.util.List;

/** Which browsers are told by push, and who reads there. */
public interface PushSubscriptions {
    /** Takes the place of an earlier one of the same browser, whoever read there; of one reader the newest {@code most} stay. */
    void keep(PushSubscription subscription, int most);

    /** The newest first. */
    List<PushSubscription> of(Collection<String> readers);

    /** @return false when {@code reader} has no such one */
    boolean remove(String reader, String id);

    /** The push service has it no more. */
    void forget(String id);
}
