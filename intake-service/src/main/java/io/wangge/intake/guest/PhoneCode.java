package io.wangge.intake.guest;

import java.time.Duration;
import java.time.Instant;

/**
 * 验证码: one that was sent to a telephone.
 *
 * @param hash of the code with the telephone; the code itself is kept nowhere but in the message
 */
public record PhoneCode(String phone, String hash, Instant madeAt) {
    public static final Duration GOOD_FOR = Duration.ofMinutes(5);
    /** Of a million codes, so few tries are worth nothing to somebody who guesses. */
    public static final int TRIES = 5;

    /** Against bombing somebody with messages, and the bill. */
    public static final Duration PAUSE = Duration.ofSeconds(60);

    public static final int PER_DAY = 5;

    public Instant expiresAt() {
        return madeAt.plus(GOOD_FOR);
    }

    @Override
    public String toString() {
        return "PhoneCode[…]";
    }
}
