package io.wangge.ledger.kafka;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.contracts.wire.EventJson;
import io.wangge.ledger.book.Ahead;
import io.wangge.ledger.book.Bookkeeper;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.book.ReportScopes;
import io.wangge.ledger.book.Told;
import io.wangge.ledger.desk.CaseLedger;
import io.wangge.ledger.desk.Discretion;
import io.wangge.ledger.webhook.Deliveries;
import io.wangge.ledger.webhook.Delivery;
import io.wangge.ledger.webhook.Subscription;
import io.wangge.ledger.webhook.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts what subscribers want to hear into their queues, as CloudEvents in structured mode: there the signature covers all
 * of it. Costs nothing while nobody subscribes.
 */
public final class WebhookFeed implements Ahead {
    /** A subscription begins, and ends, within this on every replica. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final ReportScopes reportScopes;
    private final CaseLedger ledger;
    private final InstantSource clock;
    private final AtomicLong order = new AtomicLong();
    private volatile List<Subscription> active = List.of();
    private volatile Instant askedAt = Instant.MIN;

    public WebhookFeed(
            Subscriptions subscriptions,
            Deliveries deliveries,
            ReportScopes reportScopes,
            CaseLedger ledger,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.reportScopes = reportScopes;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void coming(List<Told> events) {
        List<Subscription> now = active();
        if (now.isEmpty()) {
            return;
        }
        List<Delivery> wanted = new ArrayList<>();
        for (Told told : events) {
            wanted.addAll(of(told, now));
        }
        if (!wanted.isEmpty()) {
            deliveries.offer(wanted);
        }
    }

    private List<Subscription> active() {
        Instant now = clock.instant();
        if (askedAt.equals(Instant.MIN) || askedAt.plus(REMEMBERED).isBefore(now)) {
            active = subscriptions.all().stream().filter(Subscription::active).toList();
            askedAt = now;
        }
        return active;
    }

    private List<Delivery> of(Told told, List<Subscription> all) {
        String type = told.said().type();
        List<Subscription> interested =
                all.stream().filter(one -> one.wants(type)).toList();
        if (interested.isEmpty()) {
            return List.of();
        }
        List<String> units = unitsOf(told.event());
        String caseId = Bookkeeper.caseIdOf(told.event());
        return interested.stream()
                .filter(one -> units.contains(one.unitId()))
                .map(one -> Delivery.of(
                        one,
                        told.event().id(),
                        type,
                        caseId == null ? told.event().stream() : caseId,
                        nextOrder(),
                        message(told, caseId, one.withTexts()),
                        clock.instant()))
                .toList();
    }

    private List<String> unitsOf(Envelope<Event> event) {
        return switch (event.body()) {
            case CaseMessage<?> message -> unitsOf(message.after());
            case Received received -> reportScopes.unitsOf(received);
            case CallbackEvent callback ->
                ledger.facts(callback.caseId()).map(CaseFacts::scopeUnits).orElse(List.of());
            // Sign-ins, erasures and the like are nobody else's business.
            default -> List.of();
        };
    }

    private static List<String> unitsOf(CaseSummary after) {
        return Stream.of(after.territoryPath(), after.holderPath(), after.involvedUnits())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Microseconds of the clock, but always more than before: the order in which this replica heard. */
    private long nextOrder() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return order.updateAndGet(before -> Math.max(before + 1, now));
    }

    private static String message(Told told, @Nullable String caseId, boolean withTexts) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("specversion", "1.0");
        message.put("id", told.event().id());
        message.put("source", sourceOf(told.event().stream()));
        message.put("type", told.said().type());
        if (caseId != null) {
            message.put("subject", caseId);
        }
        message.put("time", told.event().time().toString());
        message.put("datacontenttype", "application/json");
        boolean tipOff = isTipOff(told.said().data());
        message.put(
                "data", new Discretion(false, tipOff).shown(texts(told.said().data(), withTexts)));
        return EventJson.MAPPER.writeValueAsString(message);
    }

    private static String sourceOf(String stream) {
        if (stream.startsWith("report/")) {
            return "/wangge/intake";
        }
        return stream.startsWith("case/") ? "/wangge/dispatch" : "/wangge/ledger";
    }

    private static boolean isTipOff(Map<String, Object> data) {
        Object nature = data.get("what") instanceof Map<?, ?> what ? what.get("nature") : data.get("nature");
        return Nature.TIP_OFF.name().equals(nature);
    }

    /** Erasable texts as plain ones, or left out; their salts never leave. */
    private static Map<String, Object> texts(Map<?, ?> data, boolean withTexts) {
        Map<String, Object> plain = new LinkedHashMap<>();
        data.forEach((key, value) -> {
            Object shown = shown(value, withTexts);
            if (shown != null) {
                plain.put((String) key, shown);
            }
        });
        return plain;
    }

    private static @Nullable Object shown(@Nullable Object value, boolean withTexts) {
        return switch (value) {
            case Map<?, ?> erasable
            when erasable.containsKey("salt") && erasable.containsKey("value") ->
                withTexts ? erasable.get("value") : null;
            case Map<?, ?> inner -> texts(inner, withTexts);
            case List<?> list ->
                list.stream()
                        .map(item -> shown(item, withTexts))
                        .filter(java.util.Objects::nonNull)
                        .toList();
            case null, default -> value;
        };
    }
}
