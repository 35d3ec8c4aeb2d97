package io.wangge.intake.desk;

import io.wangge.intake.notice.PushServices;
import io.wangge.intake.notice.PushSubscription;
import io.wangge.intake.report.FieldFault;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A browser asks to be told by push, or no longer. */
public final class KeepPushSubscriptions {
    /** Of one reader: more browsers than anybody uses. */
    static final int MOST = 10;

    private static final int ENDPOINT_LIMIT = 1000;

    private final PushSubscriptions subscriptions;
    private final PushServices services;
    private final PushSender sender;
    private final InstantSource clock;

    public KeepPushSubscriptions(
            PushSubscriptions subscriptions, PushServices services, PushSender sender, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.services = services;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * What {@code PushSubscription.toJSON()} gives in a browser.
     *
     * @param expirationTime milliseconds since 1970; mostly null
     */
    public record Given(
            @Nullable String endpoint,
            @Nullable Long expirationTime,
            @Nullable String p256dh,
            @Nullable String auth) {
        @Override
        public String toString() {
            return "Given[…]";
        }
    }

    /** What came of asking. */
    public sealed interface Kept {
        record Subscribed(PushSubscription subscription) implements Kept {}

        record Faulty(List<FieldFault> faults) implements Kept {}
    }

    /** The same browser again is the same subscription, and whoever asked last reads there. */
    public Kept keep(String reader, Given given) {
        List<FieldFault> faults = new ArrayList<>();
        URI endpoint = endpointOf(given.endpoint(), faults);
        Instant expiresAt = expiryOf(given.expirationTime(), faults);
        if (given.p256dh() == null || given.auth() == null) {
            faults.add(FieldFault.of("keys", "required"));
        } else if (!sender.isKey(given.p256dh(), given.auth())) {
            faults.add(FieldFault.of("keys", "bad-format"));
        }
        if (endpoint == null || given.p256dh() == null || given.auth() == null || !faults.isEmpty()) {
            return new Kept.Faulty(faults);
        }
        PushSubscription subscription = new PushSubscription(
                UUID.nameUUIDFromBytes(endpoint.toString().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                reader,
                endpoint,
                given.p256dh(),
                given.auth(),
                Instant.ofEpochMilli(clock.millis()),
                expiresAt);
        subscriptions.keep(subscription, MOST);
        return new Kept.Subscribed(subscription);
    }

    private @Nullable URI endpointOf(@Nullable String written, List<FieldFault> faults) {
        if (written == null || written.isBlank()) {
            faults.add(FieldFault.of("endpoint", "required"));
            return null;
        }
        try {
            URI endpoint = new URI(written.strip());
            if (written.length() <= ENDPOINT_LIMIT && services.allow(endpoint)) {
                return endpoint;
            }
        } catch (URISyntaxException e) {
            // As below.
        }
        faults.add(FieldFault.of("endpoint", "push-service-not-allowed"));
        return null;
    }

    private static @Nullable Instant expiryOf(@Nullable Long millis, List<FieldFault> faults) {
        try {
            return millis == null ? null : Instant.ofEpochMilli(millis);
        } catch (DateTimeException e) {
            faults.add(FieldFault.of("expirationTime", "out-of-range"));
            return null;
        }
    }

    /** Of the reader's own, the newest first. */
    public List<PushSubscription> of(String reader) {
        return subscriptions.of(List.of(reader));
    }

    /** @return false when the reader has no such one */
    public boolean remove(String reader, String id) {
        return subscriptions.remove(reader, id);
    }
}
