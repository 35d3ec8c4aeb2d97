package io.wangge.gateway.signing;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/**
 * A key pair that signs tokens.
 *
 * @param number 1, 2, 3, …: a replica that comes second with the same number takes the first one's key
 * @param pair with its private part; its key id is the thumbprint of its public part (RFC 7638)
 */
record SigningKey(long number, Instant createdAt, RSAKey pair) {
    @Override
    public String toString() {
        return "SigningKey[" + number + ", " + pair.getKeyID() + "]";
    }
}
