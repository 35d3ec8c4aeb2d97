package io.wangge.intake.http.device;

import io.wangge.intake.device.Device;
import io.wangge.intake.device.Devices;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keys of devices: {@code deviceId.secret}, of which only the hash is kept. */
@Component
class DeviceKeys {
    private static final int SECRET_BYTES = 32;

    private final Devices devices;
    private final SecureRandom random = new SecureRandom();

    DeviceKeys(Devices devices) {
        this.devices = devices;
    }

    /** The former key is good no longer. @return the key, shown this once; empty when there is no such device */
    Optional<String> renew(String deviceId) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String key = deviceId + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return devices.newKey(deviceId, hash(key)).map(device -> key);
    }

    /** @return empty for a wrong key, and for a device that is switched off */
    Optional<Device> deviceOf(@Nullable String key) {
        int dot = key == null ? -1 : key.lastIndexOf('.');
        if (key == null || dot <= 0 || key.length() > 200) {
            return Optional.empty();
        }
        return devices.find(key.substring(0, dot)).filter(device -> !device.disabled() && isKeyOf(device, key));
    }

    /** The secret is random through and through, so one round of a fast hash is enough. */
    private static boolean isKeyOf(Device device, String key) {
        String kept = device.keyHash();
        return kept != null
                && MessageDigest.isEqual(
                        kept.getBytes(StandardCharsets.US_ASCII), hash(key).getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
