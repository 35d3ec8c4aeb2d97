package io.wangge.ledger.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is due: subscribers side by side, the cases of a subscriber side by side, the events of a case one after
 * another. A failure holds up its own case only; many at once leave the subscriber alone for a while.
 */
public final class DeliveryRound implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRound.class);
    private static final int BATCH = 64;
    /** Longer than a batch of which every call takes all its time. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration SHIFT = Duration.ofMinutes(1);
    private static final int MOST_FAILURES = 10;
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Sender sender;
    private final InstantSource clock;
    private final Limits limits;
    private final String owner;
    private final Set<String> working = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param giveUpAfter a message is not tried any longer
     * @param disableAfter a subscriber that fails so long is switched off
     * @param atOnce calls to one subscriber
     */
    public record Limits(Duration giveUpAfter, Duration disableAfter, int atOnce) {}

    /** @param owner of leases: this replica */
    public DeliveryRound(
            Subscriptions subscriptions,
            Deliveries deliveries,
            Sender sender,
            InstantSource clock,
            Limits limits,
            String owner) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.sender = sender;
        this.clock = clock;
        this.limits = limits;
        this.owner = owner;
    }

    /** Starts work on each subscriber that nobody works on; does not wait for it. */
    public void begin() {
        Instant now = clock.instant();
        for (Subscription one : subscriptions.all()) {
            if (one.active() && !one.isQuiet(now) && working.add(one.id())) {
                workers.execute(() -> workOn(one.id()));
            }
        }
    }

    private void workOn(String id) {
        try {
            Instant until = clock.instant().plus(SHIFT);
            boolean more = true;
            // Taken anew for each batch, so that nobody else begins while one is under way.
            while (more && clock.instant().isBefore(until) && subscriptions.lease(id, owner, clock.instant(), LEASE)) {
                more = subscriptions
                        .find(id)
                        .filter(one -> one.active() && !one.isQuiet(clock.instant()))
                        .map(this::pass)
                        .orElse(false);
            }
            subscriptions.release(id, owner);
        } catch (RuntimeException e) {
            LOG.warn("Webhook {} is left for the next round: {}", id, e.toString());
        } finally {
            working.remove(id);
        }
    }

    /** @return whether something was tried and there may be more */
    private boolean pass(Subscription to) {
        Instant now = clock.instant();
        Set<String> heldUp = deliveries.heldUp(to.id(), now);
        Map<String, List<Delivery>> byKey = new LinkedHashMap<>();
        deliveries
                .due(to.id(), now, heldUp, BATCH)
                .forEach(delivery -> byKey.computeIfAbsent(delivery.key(), key -> new ArrayList<>())
                        .add(delivery));
        if (byKey.isEmpty()) {
            return false;
        }
        AtomicInteger failures = new AtomicInteger();
        Semaphore places = new Semaphore(limits.atOnce());
        List<Future<?>> all = byKey.values().stream()
                .<Future<?>>map(own -> workers.submit(() -> {
                    places.acquireUninterruptibly();
                    try {
                        oneAfterAnother(to, own, failures);
                    } finally {
                        places.release();
                    }
                }))
                .toList();
        all.forEach(DeliveryRound::await);
        if (failures.get() >= MOST_FAILURES) {
            subscriptions.change(
                    to.id(), one -> Changes.quiet(one, clock.instant().plus(QUIET)));
            return false;
        }
        return true;
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("A delivery could not be written down", e.getCause());
        }
    }

    private void oneAfterAnother(Subscription to, List<Delivery> own, AtomicInteger failures) {
        for (Delivery delivery : own) {
            if (failures.get() >= MOST_FAILURES) {
                return;
            }
            Instant now = clock.instant();
            Reply reply = sender.send(to.url(), Signing.headers(to, delivery, now), delivery.body());
            Delivery after = delivery.after(reply, clock.instant(), limits.giveUpAfter());
            deliveries.tried(after);
            note(to, reply);
            if (!reply.isGood()) {
                failures.incrementAndGet();
                if (after.state() == Delivery.State.WAITING) {
                    return;
                }
            }
        }
    }

    /** A success forgets the failures before it; too long a row of them switches off. */
    private void note(Subscription to, Reply reply) {
        Instant now = clock.instant();
        if (reply.isGood()) {
            if (to.failingSince() != null) {
                subscriptions.change(to.id(), one -> Changes.failing(one, null));
            }
        } else if (reply.isGone()) {
            subscriptions.change(to.id(), one -> Changes.off(one, "gone"));
        } else {
            subscriptions.change(to.id(), one -> {
                Instant since = one.failingSince() == null ? now : one.failingSince();
                Subscription failing = Changes.failing(one, since);
                return since.plus(limits.disableAfter()).isBefore(now) ? Changes.off(failing, "failing") : failing;
            });
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
