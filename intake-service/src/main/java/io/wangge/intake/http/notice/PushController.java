package io.wangge.intake.http.notice;

import io.wangge.contracts.directory.Caller;
import io.wangge.intake.desk.KeepPushSubscriptions;
import io.wangge.intake.desk.KeepPushSubscriptions.Given;
import io.wangge.intake.desk.KeepPushSubscriptions.Kept;
import io.wangge.intake.http.Faults;
import io.wangge.intake.notice.Addressee;
import io.wangge.intake.notice.PushSubscription;
import io.wangge.intake.sending.PushSettings;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 推送订阅: in which of the caller's browsers he is told. */
@RestController
@RequestMapping("/api/v1/notices/push-subscriptions")
class PushController {
    private final @Nullable KeepPushSubscriptions subscriptions;
    private final PushSettings settings;

    PushController(ObjectProvider<KeepPushSubscriptions> subscriptions, PushSettings settings) {
        this.subscriptions = subscriptions.getIfAvailable();
        this.settings = settings;
    }

    /** @param publicKey {@code applicationServerKey} for the browser; absent where nobody is told by push */
    record ListAnswer(@Nullable String publicKey, List<SubscriptionAnswer> items) {}

    /** @param service host of the push service: the rest of the address is its browser's */
    record SubscriptionAnswer(String id, String service, Instant since) {
        static SubscriptionAnswer of(PushSubscription subscription) {
            return new SubscriptionAnswer(
                    subscription.id(), subscription.endpoint().getHost(), subscription.since());
        }
    }

    /** As the browser's {@code PushSubscription.toJSON()} has it. */
    record Form(
            @Nullable String endpoint,
            @Nullable Long expirationTime,
            @Nullable Keys keys) {
        @Override
        public String toString() {
            return "Form[…]";
        }
    }

    record Keys(@Nullable String p256dh, @Nullable String auth) {
        @Override
        public String toString() {
            return "Keys[…]";
        }
    }

    @GetMapping
    ListAnswer own(Caller caller) {
        return subscriptions == null
                ? new ListAnswer(null, List.of())
                : new ListAnswer(
                        settings.publicKey(),
                        subscriptions.of(reader(caller)).stream()
                                .map(SubscriptionAnswer::of)
                                .toList());
    }

    /** 201; the same browser again is the same subscription. 409 {@code push-off} where the district sends none. */
    @PostMapping
    ResponseEntity<SubscriptionAnswer> subscribe(@RequestBody Form form, Caller caller) {
        if (subscriptions == null) {
            throw new ProblemException(409, "push-off");
        }
        Keys keys = form.keys();
        Given given = new Given(
                form.endpoint(),
                form.expirationTime(),
                keys == null ? null : keys.p256dh(),
                keys == null ? null : keys.auth());
        return switch (subscriptions.keep(reader(caller), given)) {
            case Kept.Faulty(var faults) -> throw Faults.problem(faults);
            case Kept.Subscribed(PushSubscription kept) ->
                ResponseEntity.created(URI.create("/api/v1/notices/push-subscriptions/" + kept.id()))
                        .body(SubscriptionAnswer.of(kept));
        };
    }

    /** 404 when the caller has no such one. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsubscribe(@PathVariable String id, Caller caller) {
        if (subscriptions == null || !subscriptions.remove(reader(caller), id)) {
            throw new ProblemException(404, ProblemCodes.NOT_FOUND);
        }
    }

    private static String reader(Caller caller) {
        return Addressee.staff(caller.staffId());
    }
}
