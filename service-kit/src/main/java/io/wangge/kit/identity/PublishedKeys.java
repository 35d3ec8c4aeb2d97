package io.wangge.kit.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys published under a JWKS address (http:, https: or file:), kept in memory. They are fetched when first needed,
 * when a token names an unknown key, and when they are old; a rotation is thus seen at once and a gateway that is down
 * does not matter to those who are signed in.
 */
public final class PublishedKeys implements SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);
    private static final int TIMEOUT_MILLIS = 2_000;
    /** Tokens with made-up key ids must not turn into requests. */
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(2);
    /** After this a key taken back by the gateway is no longer honoured. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final int MOST_BYTES = 256 * 1024;

    private final URI address;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Map<String, RSAPublicKey> keys = Map.of();
    private volatile Instant fetchedAt = Instant.MIN;
    private volatile Instant triedAt = Instant.MIN;
    private volatile @Nullable Exception failure;

    public PublishedKeys(URI address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Optional<RSAPublicKey> key(String keyId) {
        Map<String, RSAPublicKey> before = keys;
        RSAPublicKey known = before.get(keyId);
        if (known != null && !isOlder(fetchedAt, FRESH)) {
            return Optional.of(known);
        }
        fetchUnlessJustTried(before);
        RSAPublicKey found = keys.get(keyId);
        if (found == null && failure != null) {
            throw new KeysUnavailable("The keys at " + address + " cannot be had", failure);
        }
        return Optional.ofNullable(found);
    }

    private boolean isOlder(Instant moment, Duration age) {
        return moment.equals(Instant.MIN) || moment.plus(age).isBefore(clock.instant());
    }

    private void fetchUnlessJustTried(Map<String, RSAPublicKey> before) {
        fetching.lock();
        try {
            if (keys == before && isOlder(triedAt, BETWEEN_FETCHES)) {
                fetch();
            }
        } finally {
            fetching.unlock();
        }
    }

    private void fetch() {
        triedAt = clock.instant();
        try {
            keys = read();
            fetchedAt = clock.instant();
            failure = null;
        } catch (IOException | ParseException | JOSEException e) {
            failure = e;
            LOG.warn("The keys at {} cannot be had: {}", address, e.toString());
        }
    }

    private Map<String, RSAPublicKey> read() throws IOException, ParseException, JOSEException {
        URLConnection connection = address.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setUseCaches(false);
        JWKSet set;
        try (InputStream in = connection.getInputStream()) {
            set = JWKSet.parse(new String(in.readNBytes(MOST_BYTES), java.nio.charset.StandardCharsets.UTF_8));
        }
        Map<String, RSAPublicKey> read = new HashMap<>();
        for (JWK key : set.getKeys()) {
            if (key instanceof RSAKey rsa && rsa.getKeyID() != null) {
                read.put(rsa.getKeyID(), rsa.toRSAPublicKey());
            }
        }
        return Map.copyOf(read);
    }
}
