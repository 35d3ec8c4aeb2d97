package io.wangge.intake.desk;

import io.wangge.intake.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that was told, and how far its sending has come. */
public interface Notices {
    /** Stores what is new; what was told before is left as it is. */
    void add(List<Notice> notices);

    /**
     * Takes on those that are due, oldest first, so that of several replicas only one sends them.
     *
     * @param lease how long nobody else may; it ends so that a crash loses nothing
     */
    List<Notice> claimDue(Instant now, Duration lease, int atMost);

    /** Writes down what came of the sending, and ends the claim. */
    void settle(List<Notice> notices);

    /** @return how many messages each recipient was sent since; those without any are missing */
    Map<String, Integer> sentSince(Collection<String> recipients, Instant since);

    /**
     * One page of somebody's list, newest first.
     *
     * @param reader by whom it counts as read
     * @param after the last one of the page before; null for the first page
     */
    List<Read> page(List<String> recipients, String reader, boolean unreadOnly, @Nullable PagePlace after, int atMost);

    /** @param read whether this reader has */
    record Read(Notice notice, boolean read) {}

    /** What was told under {@code noticeId} to one of {@code recipients}. */
    Optional<Notice> told(String noticeId, List<String> recipients);

    /** How many are unread; never more than {@code atMost}. */
    int unread(List<String> recipients, String reader, int atMost);

    /** Those of {@code ids} that are told to one of {@code recipients} count as read; no ids means all. */
    void markRead(List<String> recipients, String reader, @Nullable List<String> ids);

    /** Stored at or after that moment, oldest first: what a live list looks for. */
    List<Notice> storedSince(Instant since, int atMost);

    /** What went out or failed to, newest first, for those who run the place. */
    List<Notice> sending(@Nullable PagePlace after, int atMost);
}
