package io.wangge.intake.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Devices, what they measure, and how they stand. */
public interface Devices {
    Optional<Device> find(String id);

    List<Device> all(int atMost);

    /** Stores it; key and clock stay as they are. */
    Device put(Device device);

    /** @return empty when there is no such device */
    Optional<Device> newKey(String deviceId, String keyHash);

    void heard(String deviceId, Instant at, @Nullable Long clockSkewSeconds);

    /** By code. */
    List<ReadingKind> kinds();

    void put(ReadingKind kind);

    Optional<Alarm> alarm(String deviceId, String kind);

    List<Alarm> alarmsOf(String deviceId);

    /** @return false when somebody else wrote since it was read */
    boolean replace(Alarm before, Alarm after);

    /** Alarms whose report may not stand yet: somebody died in between. */
    List<Alarm> unfiled(Instant before, int atMost);
}
