package io.wangge.gateway.account;

import io.wangge.contracts.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a password that somebody chooses has to be: long rather than odd (NIST SP 800-63B section 3.1.1.2), and nothing that is
 * guessed first.
 */
public final class NewPassword {
    public static final String TOO_WEAK = "password-too-weak";
    static final int SHORTEST = 10;
    /** bcrypt looks at no more. */
    static final int LONGEST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 5;
    private static final String RUNS = "01234567890 09876543210 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl";

    private NewPassword() {}

    /** @param present the one it takes the place of, as it was typed @return why not; empty when it will do */
    public static Optional<Refused> refusal(String chosen, String username, String present) {
        String small = chosen.toLowerCase(Locale.ROOT);
        boolean tooShort = chosen.codePointCount(0, chosen.length()) < SHORTEST;
        boolean tooLong = chosen.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
        boolean guessed = small.codePoints().distinct().count() < FEWEST_DIFFERENT
                || RUNS.contains(small)
                || small.contains("password")
                || small.contains(username);
        return tooShort || tooLong || guessed || chosen.equals(present)
                ? Optional.of(new Refused(TOO_WEAK, Map.of("min", SHORTEST, "maxBytes", LONGEST_BYTES)))
                : Optional.empty();
    }
}
