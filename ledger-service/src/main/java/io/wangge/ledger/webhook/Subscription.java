package io.wangge.ledger.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 订阅.
 *
 * @param types such as {@code case.closed} or {@code case.*}
 * @param unitId only of matters that this unit, or one below it, has to do with
 * @param withTexts whether free texts go along; residents' ids never do
 * @param secrets newest first; each signs while it is good
 * @param why code of what switched it off; null while it is on or when a person did
 * @param failingSince first of the failures in a row; null after a success
 * @param quietUntil it is left alone until then after many failures at once
 */
public record Subscription(
        String id,
        String name,
        URI url,
        List<String> types,
        String unitId,
        boolean withTexts,
        boolean active,
        @Nullable String why,
        List<Secret> secrets,
        String createdBy,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Instant quietUntil) {
    private static final String PREFIX = "io.wangge.";

    public Subscription {
        types = List.copyOf(types);
        secrets = List.copyOf(secrets);
    }

    /** @param until good no longer after that; null for the present one */
    public record Secret(String value, @Nullable Instant until) {
        boolean isGood(Instant now) {
            return until == null || until.isAfter(now);
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "Secret[…]";
        }
    }

    /** @param type CloudEvents type, such as {@code io.wangge.case.closed.v1} */
    public boolean wants(String type) {
        String bare = bare(type);
        return types.stream()
                .anyMatch(wanted -> wanted.endsWith(".*")
                        ? bare.startsWith(wanted.substring(0, wanted.length() - 1))
                        : bare.equals(wanted));
    }

    /** {@code io.wangge.case.closed.v1} → {@code case.closed}. */
    public static String bare(String type) {
        String from = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
        return from.replaceFirst("\\.v\\d+$", "");
    }

    public boolean isQuiet(Instant now) {
        return quietUntil != null && quietUntil.isAfter(now);
    }
}
