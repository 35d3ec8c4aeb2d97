package io.wangge.ledger.rating;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The service windows and their devices. */
public interface Windows {
    Optional<ServiceWindow> find(String id);

    /** @param deviceHash of the token that the device was given */
    Optional<ServiceWindow> ofDevice(String deviceHash);

    /** New, or in place of what stood; its device stays. */
    void put(ServiceWindow window);

    /** From now on this device is the window's, and no other. */
    void giveDevice(String windowId, String deviceHash);

    /** Those of these units, by id. */
    List<ServiceWindow> of(Set<String> unitIds);
}
