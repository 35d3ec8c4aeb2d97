package io.wangge.intake.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 通知: something told to one recipient, with every way that it takes.
 *
 * @param id of what was raised and who is told: the same is never told twice
 * @param to {@link Addressee} as text
 * @param facts what its words name
 * @param link path on the public page; lets its holder in, so it never stands in a log
 * @param storedAt by the clock of this service
 */
public record Notice(
        String id,
        String to,
        String subject,
        Map<String, String> facts,
        @Nullable String link,
        @Nullable String caseId,
        boolean urgent,
        Instant raisedAt,
        Instant storedAt,
        @Nullable Instant expiresAt,
        List<Delivery> deliveries) {
    public Notice {
        facts = Map.copyOf(facts);
        deliveries = List.copyOf(deliveries);
    }

    /** @param noticeId of what was raised @param to {@link Addressee} as text */
    public static String idOf(String noticeId, String to) {
        return noticeId + "@" + to;
    }

    /** When the first of its ways is to be tried; empty when all have ended. */
    public Optional<Instant> nextAt() {
        return deliveries.stream()
                .flatMap(delivery -> Optional.ofNullable(delivery.nextAt()).stream())
                .min(Instant::compareTo);
    }

    public boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    public Notice with(List<Delivery> others) {
        return new Notice(id, to, subject, facts, link, caseId, urgent, raisedAt, storedAt, expiresAt, others);
    }

    /** Never the facts and the link: what a code or a link opens is its holder's. */
    @Override
    public String toString() {
        return "Notice[id=" + id + ", subject=" + subject + "]";
    }
}
