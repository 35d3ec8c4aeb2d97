package io.wangge.kit.ids;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Source of ids and salts; domain code gets what comes out, never this. */
public class RandomIds {
    private static final int SALT_BYTES = 16;
    private final SecureRandom random = new SecureRandom();

    /** A UUID of version 7: begins with the time, so that new documents lie together in an index. */
    public String newId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** 16 random bytes in hex, for an erasable text. */
    public String newSalt() {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
