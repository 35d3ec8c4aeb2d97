package io.wangge.gateway.password;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * bcrypt with cost 10: about 60 ms of one processor each (OWASP's floor for bcrypt), so call it from the bounded pool
 * only.
 */
@Component
public class Passwords {
    /** bcrypt itself looks at no more than this; what is longer fits nothing. */
    private static final int LONGEST_BYTES = 72;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);
    private final String hashOfNobody = bcrypt.encode("nobody has this password");

    public String hash(String password) {
        return bcrypt.encode(password);
    }

    /** @param hash null for a name that nobody has: costs the same time, and never fits */
    public boolean fits(String password, @Nullable String hash) {
        boolean readable = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
        boolean same = bcrypt.matches(readable ? password : "-", hash == null ? hashOfNobody : hash);
        return same && readable && hash != null;
    }
}
