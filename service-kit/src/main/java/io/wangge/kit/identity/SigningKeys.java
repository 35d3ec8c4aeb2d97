package io.wangge.kit.identity;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** Public keys by which tokens are checked. */
public interface SigningKeys {
    /**
     * @param keyId {@code kid} of the token
     * @return empty when nobody signs with it
     * @throws KeysUnavailable when the keys cannot be had at the moment, so that nothing can be said of the token
     */
    Optional<RSAPublicKey> key(String keyId);

    /** The gateway has not been reached yet; it passes by itself. At the HTTP door this is a 503. */
    final class KeysUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public KeysUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
