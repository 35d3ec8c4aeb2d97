package io.wangge.intake.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When messages go out.
 *
 * @param sent subjects that leave the page at all; the others only stand in its list
 * @param quietFrom local time from which residents are left in peace
 * @param quietTo local time until which they are
 * @param tries after which a message has failed
 * @param firstPause before the second try; each further one doubles it
 * @param mostPause longest pause between two tries
 * @param perDay most messages to one resident in 24 hours, urgent ones beside
 * @param pushed subjects that leave the page by {@link MessageChannel#PUSH} too: work that staff want to hear of at once
 */
public record SendingRules(
        Set<String> sent,
        LocalTime quietFrom,
        LocalTime quietTo,
        ZoneId zone,
        int tries,
        Duration firstPause,
        Duration mostPause,
        int perDay,
        Set<String> pushed) {
    /** A provider that is away for an hour gets no more than this many doublings. */
    private static final int MOST_DOUBLINGS = 20;

    /** Whether anything of {@code subject} leaves the page. */
    public boolean leaves(String subject) {
        return sent.contains(subject) || pushed.contains(subject);
    }

    boolean leavesBy(MessageChannel channel, String subject) {
        return sent.contains(subject) || (channel == MessageChannel.PUSH && pushed.contains(subject));
    }

    /** The first moment at or after {@code now} at which {@code notice} may be sent. */
    public Instant mayBeSent(Notice notice, Instant now) {
        return notice.urgent() || !Addressee.isPublic(notice.to()) ? now : afterTheNight(now);
    }

    /** What holds for staff who said nothing of their own: the hours in which residents are left in peace. */
    public QuietHours usualQuiet() {
        return new QuietHours(true, quietFrom, quietTo);
    }

    /** Whether a push makes no sound now: it is told at any hour, and wakes nobody but for an emergency. */
    public boolean isSilent(Preferences preferences, boolean urgent, Instant now) {
        QuietHours quiet = preferences.quiet() == null ? usualQuiet() : preferences.quiet();
        return !urgent && quiet.isQuiet(now.atZone(zone).toLocalTime());
    }

    /** Equal times mean that no hour is quiet. */
    private Instant afterTheNight(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        if (!usualQuiet().isQuiet(local.toLocalTime())) {
            return now;
        }
        ZonedDateTime morning = local.with(quietTo);
        return (morning.isAfter(local) ? morning : morning.plusDays(1)).toInstant();
    }

    /** What becomes of a delivery that was tried now. */
    public Delivery after(Delivery delivery, Attempt attempt, Instant now) {
        return switch (attempt) {
            case Attempt.Sent() -> delivery.sent(now);
            case Attempt.Refused(String why) -> delivery.failed(why, now);
            case Attempt.NotNow(String why) ->
                delivery.tries() + 1 >= tries
                        ? delivery.failed(why, now)
                        : delivery.again(why, now.plus(pauseAfter(delivery.tries() + 1)));
        };
    }

    Duration pauseAfter(int triesSoFar) {
        Duration pause = firstPause.multipliedBy(1L << Math.clamp(triesSoFar - 1L, 0, MOST_DOUBLINGS));
        return pause.compareTo(mostPause) > 0 ? mostPause : pause;
    }

    /**
     * A delivery before it is tried: expired, put off into the morning, or over the day's measure; as it is when it may be
     * tried.
     *
     * @param sentLately to this recipient in the last 24 hours
     */
    public Delivery before(Delivery delivery, Notice notice, int sentLately, Instant now) {
        if (notice.isOver(now)) {
            return delivery.expired(now);
        }
        if (!notice.urgent() && Addressee.isPublic(notice.to()) && sentLately >= perDay) {
            return delivery.failed("too-many-that-day", now);
        }
        Instant allowed = mayBeSent(notice, now);
        return allowed.isAfter(now) ? delivery.later(allowed) : delivery;
    }
}
