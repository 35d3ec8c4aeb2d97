package io.wangge.ledger.http.webhook;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.http.BodyFields;
import io.wangge.ledger.http.RecordFields;
import io.wangge.ledger.outgoing.WebhookSettings;
import io.wangge.ledger.webhook.Changes;
import io.wangge.ledger.webhook.Deliveries;
import io.wangge.ledger.webhook.Delivery;
import io.wangge.ledger.webhook.Sender;
import io.wangge.ledger.webhook.Signing;
import io.wangge.ledger.webhook.Subscription;
import io.wangge.ledger.webhook.Subscriptions;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 事件推送: an administrator says which system is told what of his unit's matters. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhookController {
    private static final Duration FORMER_SECRET = Duration.ofHours(24);
    private static final int SECRET_BYTES = 32;
    private static final int PAGE = 50;

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Sender sender;
    private final DirectoryCopy directory;
    private final WebhookSettings settings;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    WebhookController(
            Subscriptions subscriptions,
            Deliveries deliveries,
            Sender sender,
            DirectoryCopy directory,
            WebhookSettings settings,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.sender = sender;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param secret shown when it is made and never again @param why what switched it off: failing, gone */
    record WebhookView(
            String id,
            String name,
            URI url,
            List<String> types,
            String unitId,
            boolean withTexts,
            boolean active,
            @Nullable String why,
            @Nullable Instant failingSince,
            String createdBy,
            Instant createdAt,
            @Nullable String secret) {
        static WebhookView of(Subscription one, @Nullable String secret) {
            return new WebhookView(
                    one.id(),
                    one.name(),
                    one.url(),
                    one.types(),
                    one.unitId(),
                    one.withTexts(),
                    one.active(),
                    one.why(),
                    one.failingSince(),
                    one.createdBy(),
                    one.createdAt(),
                    secret);
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "WebhookView[" + id + "]";
        }
    }

    record WebhookListView(List<WebhookView> items) {}

    /** 201 with the secret; the same id again is 409, since the secret is shown only once. */
    @PostMapping
    ResponseEntity<WebhookView> subscribe(@RequestBody WebhookBody body, Caller caller) {
        List<FieldFault> faults = new ArrayList<>();
        BodyFields.id(body.id(), faults);
        Subscription wanted = body.read(caller.staffId(), now(), newSecret(), settings.allowHttp(), faults);
        RecordFields.none(faults);
        administers(caller, wanted.unitId());
        if (!sender.mayReach(wanted.url())) {
            throw ProblemException.invalid("url", "target-not-allowed");
        }
        if (!subscriptions.add(wanted)) {
            throw new ProblemException(409, ProblemCodes.SAME_ID_OTHER_CONTENT);
        }
        return ResponseEntity.created(URI.create("/api/v1/webhooks/" + wanted.id()))
                .body(WebhookView.of(wanted, wanted.secrets().getFirst().value()));
    }

    @GetMapping
    WebhookListView all(Caller caller) {
        return new WebhookListView(subscriptions.all().stream()
                .filter(one -> caller.covers(Role.ADMIN, pathOf(one.unitId())))
                .map(one -> WebhookView.of(one, null))
                .toList());
    }

    @GetMapping("/{id}")
    WebhookView one(@PathVariable String id, Caller caller) {
        return WebhookView.of(own(id, caller), null);
    }

    @DeleteMapping("/{id}")
    WebhookView remove(@PathVariable String id, Caller caller) {
        Subscription gone = own(id, caller);
        subscriptions.remove(id);
        deliveries.removeAll(id);
        return WebhookView.of(gone, null);
    }

    /** What happens meanwhile is not kept for it; what waited goes on when it is on again. */
    @PostMapping("/{id}/deactivation")
    WebhookView off(@PathVariable String id, Caller caller) {
        return changed(id, caller, one -> Changes.off(one, null));
    }

    @PostMapping("/{id}/activation")
    WebhookView on(@PathVariable String id, Caller caller) {
        return changed(id, caller, Changes::on);
    }

    /** A new secret; the former one signs too for 24 hours. */
    @PostMapping("/{id}/secret")
    WebhookView secret(@PathVariable String id, Caller caller) {
        String secret = newSecret();
        changed(id, caller, one -> Changes.newSecret(one, secret, now().plus(FORMER_SECRET)));
        return WebhookView.of(own(id, caller), secret);
    }

    /** Sends a message of the type {@code io.wangge.webhook.test.v1}. */
    @PostMapping("/{id}/test")
    DeliveryView test(@PathVariable String id, Caller caller) {
        Subscription to = own(id, caller);
        Instant now = now();
        long order = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        String event = "webhook/" + id + "/" + order;
        String body = ("{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/wangge/ledger\","
                        + "\"type\":\"io.wangge.webhook.test.v1\",\"time\":\"%s\","
                        + "\"datacontenttype\":\"application/json\",\"data\":{}}")
                .formatted(event, now);
        Delivery delivery = Delivery.of(to, event, "io.wangge.webhook.test.v1", event, order, body, now);
        deliveries.offer(List.of(delivery));
        return DeliveryView.of(delivery);
    }

    record DeliveryView(
            String id,
            String eventId,
            String type,
            String state,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAt,
            @Nullable Integer status,
            @Nullable String problem,
            @Nullable Long millis,
            @Nullable Instant endedAt) {
        static DeliveryView of(Delivery one) {
            return new DeliveryView(
                    one.id(),
                    one.eventId(),
                    one.type(),
                    one.state().name(),
                    one.attempts(),
                    one.createdAt(),
                    one.state() == Delivery.State.WAITING ? one.nextAt() : null,
                    one.status(),
                    one.problem(),
                    one.millis(),
                    one.endedAt());
        }
    }

    /** @param next cursor of the next page; absent on the last */
    record DeliveryListView(
            List<DeliveryView> items, @Nullable String next) {}

    /** 推送记录, newest first; kept for 30 days after their end. */
    @GetMapping("/{id}/deliveries")
    DeliveryListView deliveries(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        own(id, caller);
        List<Delivery> found = deliveries.list(id, stateOf(state), placeOf(cursor), PAGE + 1);
        List<Delivery> page = found.subList(0, Math.min(PAGE, found.size()));
        return new DeliveryListView(
                page.stream().map(DeliveryView::of).toList(),
                found.size() > PAGE ? Long.toString(page.getLast().order()) : null);
    }

    private static Delivery.@Nullable State stateOf(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Delivery.State.values())
                .filter(known -> known.name().equals(name))
                .findAny()
                .orElseThrow(() -> ProblemException.invalid(List.of(new FieldFault(
                        "state", "unknown-value", Map.of("allowed", Arrays.toString(Delivery.State.values()))))));
    }

    private static @Nullable Long placeOf(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("cursor", "not-a-cursor");
        }
    }

    /** 补发. */
    @PostMapping("/{id}/deliveries/{messageId}/redelivery")
    DeliveryView again(@PathVariable String id, @PathVariable String messageId, Caller caller) {
        own(id, caller);
        return deliveries
                .again(id, messageId, now())
                .map(DeliveryView::of)
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private WebhookView changed(String id, Caller caller, UnaryOperator<Subscription> change) {
        own(id, caller);
        return subscriptions
                .change(id, change)
                .map(one -> WebhookView.of(one, null))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private Subscription own(String id, Caller caller) {
        return subscriptions
                .find(id)
                .filter(one -> caller.covers(Role.ADMIN, pathOf(one.unitId())))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private void administers(Caller caller, String unitId) {
        if (directory.current().unit(unitId).isEmpty()) {
            throw ProblemException.invalid("unitId", "unknown-unit");
        }
        if (!caller.covers(Role.ADMIN, pathOf(unitId))) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
    }

    private List<String> pathOf(String unitId) {
        return directory.current().unit(unitId).map(UnitItem::path).orElse(List.of());
    }

    private String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Signing.SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
