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
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys published under a JWKS address (http:, https: or file:), kept in memory. They are fetched when first needed,
 * when a token names an unknown key, and anew before they are old; a rotation is thus seen at once and a gateway that is
 * down, or slow, does not matter to those who are signed in: who shows a known key never waits for a refresh.
 */
public final class PublishedKeys implements SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);
    private static final int CONNECT_MILLIS = 2_000;
    /**
     * A gateway in a rush, or just started, takes its time: with 2 s, one answer that came late on a busy machine turned
     * away everybody who waited for it.
     */
    private static final int READ_MILLIS = 10_000;
    /** Tokens with made-up key ids must not turn into requests. */
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(2);
    /** After this a key taken back by the gateway is no longer honoured. */
    private static final Duration FRESH = Duration.ofMinutes(5);
    /** From here on they are fetched anew behind the caller's back, so that nobody waits when they are old. */
    private static final Duration AHEAD = Duration.ofMinutes(4);

    private static final int MOST_BYTES = 256 * 1024;

    private final URI address;
    private final InstantSource clock;
    private final Executor background;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Map<String, RSAPublicKey> keys = Map.of();
    private volatile Instant fetchedAt = Instant.MIN;
    private volatile Instant triedAt = Instant.MIN;
    private volatile @Nullable Exception failure;

    public PublishedKeys(URI address, InstantSource clock) {
        this(address, clock, task -> Thread.ofVirtual().name("published-keys").start(task));
    }

    PublishedKeys(URI address, InstantSource clock, Executor background) {
        this.address = address;
        this.clock = clock;
        this.background = background;
    }

    @Override
    public Optional<RSAPublicKey> key(String keyId) {
        Map<String, RSAPublicKey> before = keys;
        RSAPublicKey known = before.get(keyId);
        if (known != null && !isOlder(fetchedAt, AHEAD)) {
            return Optional.of(known);
        }
        // Old ones that could not be had anew serve on; old ones that nobody asked for are not trusted unseen.
        if (known != null && (!isOlder(fetchedAt, FRESH) || failure != null && !isOlder(triedAt, FRESH))) {
            refresh(before);
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

    private void refresh(Map<String, RSAPublicKey> before) {
        if (isOlder(triedAt, BETWEEN_FETCHES) && refreshing.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    fetchUnlessJustTried(before);
                } finally {
                    refreshing.set(false);
                }
            });
        }
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
        try {
            keys = read();
            fetchedAt = clock.instant();
            failure = null;
        } catch (IOException | ParseException | JOSEException e) {
            failure = e;
            LOG.warn("The keys at {} cannot be had: {}", address, e.toString());
        } finally {
            // Who waited for this try does not begin the next one: they would fail one after another, a time-out each.
            triedAt = clock.instant();
        }
    }

    private Map<String, RSAPublicKey> read() throws IOException, ParseException, JOSEException {
        URLConnection connection = address.toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
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
