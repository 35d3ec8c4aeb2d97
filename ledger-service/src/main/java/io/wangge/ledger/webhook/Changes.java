package io.wangge.ledger.webhook;

import io.wangge.ledger.webhook.Subscription.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may change of a subscription. */
public final class Changes {
    private Changes() {}

    static Subscription quiet(Subscription of, Instant until) {
        return with(of, of.active(), of.why(), of.secrets(), of.failingSince(), until);
    }

    static Subscription failing(Subscription of, @Nullable Instant since) {
        return with(of, of.active(), of.why(), of.secrets(), since, since == null ? null : of.quietUntil());
    }

    /** @param why code; null when a person does it */
    public static Subscription off(Subscription of, @Nullable String why) {
        return with(of, false, why, of.secrets(), of.failingSince(), null);
    }

    public static Subscription on(Subscription of) {
        return with(of, true, null, of.secrets(), null, null);
    }

    /** The former one signs on until the receiver has changed too. */
    public static Subscription newSecret(Subscription of, String secret, Instant formerUntil) {
        String former = of.secrets().getFirst().value();
        return with(
                of,
                of.active(),
                of.why(),
                List.of(new Secret(secret, null), new Secret(former, formerUntil)),
                of.failingSince(),
                of.quietUntil());
    }

    private static Subscription with(
            Subscription of,
            boolean active,
            @Nullable String why,
            List<Secret> secrets,
            @Nullable Instant failingSince,
            @Nullable Instant quietUntil) {
        return new Subscription(
                of.id(),
                of.name(),
                of.url(),
                of.types(),
                of.unitId(),
                of.withTexts(),
                active,
                why,
                secrets,
                of.createdBy(),
                of.createdAt(),
                failingSince,
                quietUntil);
    }
}
