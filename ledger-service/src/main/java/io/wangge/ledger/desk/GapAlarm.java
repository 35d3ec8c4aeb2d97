package io.wangge.ledger.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells a gap that does not fill from an event that is only late; each is said once, and once more when it has filled. */
public final class GapAlarm {
    private final Duration after;
    private final Map<String, Gap> standing = new HashMap<>();

    /** @param after how long an event may be missing */
    public GapAlarm(Duration after) {
        this.after = after;
    }

    /** What has changed since the last look. */
    public record Turn(List<Gap> raised, List<Gap> filled) {}

    /** @param gaps all there are */
    public synchronized Turn look(List<Gap> gaps, Instant now) {
        List<Gap> raised = gaps.stream()
                .filter(gap -> overdue(gap, now) && !standing.containsKey(gap.stream()))
                .toList();
        Set<String> open = gaps.stream().map(Gap::stream).collect(Collectors.toSet());
        List<Gap> filled = standing.values().stream()
                .filter(gap -> !open.contains(gap.stream()))
                .toList();
        raised.forEach(gap -> standing.put(gap.stream(), gap));
        filled.forEach(gap -> standing.remove(gap.stream()));
        return new Turn(raised, filled);
    }

    public boolean overdue(Gap gap, Instant now) {
        return !gap.since().plus(after).isAfter(now);
    }

    /** Streams whose gap was said and has not filled. */
    public synchronized Set<String> standing() {
        return new HashSet<>(standing.keySet());
    }
}
