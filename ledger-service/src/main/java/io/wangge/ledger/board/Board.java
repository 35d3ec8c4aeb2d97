package io.wangge.ledger.board;

import io.wangge.ledger.live.LiveEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a unit stands at a moment, without names, addresses or texts.
 *
 * @param at when it was read
 * @param position what is written later follows behind it
 * @param standing open cases, also those that wait for their first unit
 * @param overdue the first due first, at most {@link #MOST_LISTED}
 * @param supervised open ones, the first due first, at most {@link #MOST_LISTED}
 * @param latest events, the last one first
 * @param past what it is held against
 */
public record Board(
        Instant at,
        String position,
        Today today,
        Standing standing,
        List<OpenCase> overdue,
        List<OpenCase> supervised,
        List<LiveEvent> latest,
        Past past) {
    public static final int MOST_LISTED = 20;

    public Board at(String place) {
        return new Board(at, place, today, standing, overdue, supervised, latest, past);
    }

    Board with(Past known) {
        return new Board(at, position, today, standing, overdue, supervised, latest, known);
    }

    /**
     * Counted on the day on which each happened, unlike the figures of a period.
     *
     * @param becameOverdue open still, and due since midnight
     */
    public record Today(int day, long reported, long filed, long settledOnSpot, long closed, long becameOverdue) {}

    /**
     * @param byLevel by code; {@link Standing#NONE_YET} for what waits for its first unit
     * @param byPlace by id of a grid, or of a unit above where the place lies in none
     * @param supervised open ones by NORMAL, YELLOW or RED
     */
    public record Standing(
            Count all, Map<String, Count> byLevel, Map<String, Count> byPlace, Map<String, Long> supervised) {
        public static final String NONE_YET = "-";
    }

    /** @param overdue of the open ones */
    public record Count(long open, long overdue) {
        public Count plus(Count other) {
            return new Count(open + other.open, overdue + other.overdue);
        }

        public Count minus(Count other) {
            return new Count(open - other.open, overdue - other.overdue);
        }
    }

    /** @param supervision NONE, NORMAL, YELLOW or RED */
    public record OpenCase(
            String caseId,
            String caseNumber,
            String state,
            @Nullable String category,
            @Nullable String level,
            @Nullable String holder,
            Instant dueAt,
            String supervision) {}
}
