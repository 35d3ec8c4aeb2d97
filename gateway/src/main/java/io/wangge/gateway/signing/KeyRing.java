package io.wangge.gateway.signing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The keys of one moment, oldest first: which one signs, which are published, which are past use. */
record KeyRing(List<SigningKey> keys, RotationPolicy policy) {
    KeyRing {
        keys = keys.stream()
                .sorted(Comparator.comparingLong(SigningKey::number))
                .toList();
    }

    boolean needsNewer(Instant now) {
        return keys.isEmpty() || !now.isBefore(keys.getLast().createdAt().plus(policy.rotateAfter()));
    }

    long nextNumber() {
        return keys.isEmpty() ? 1 : keys.getLast().number() + 1;
    }

    /** The newest that was announced long enough; the very first one signs at once. */
    SigningKey signing(Instant now) {
        return keys.reversed().stream()
                .filter(key -> !now.isBefore(key.createdAt().plus(policy.announce())))
                .findFirst()
                .orElse(keys.getFirst());
    }

    List<SigningKey> published(Instant now) {
        List<SigningKey> outdated = outdated(now);
        return keys.stream().filter(key -> !outdated.contains(key)).toList();
    }

    /** Replaced so long ago that its last token has expired. */
    List<SigningKey> outdated(Instant now) {
        return IntStream.range(0, Math.max(0, keys.size() - 1))
                .filter(i -> now.isAfter(
                        keys.get(i + 1).createdAt().plus(policy.announce()).plus(policy.publishedAfterReplacement())))
                .mapToObj(keys::get)
                .toList();
    }
}
