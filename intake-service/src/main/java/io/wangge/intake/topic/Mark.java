package io.wangge.intake.topic;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;

/**
 * That somebody said something of a place: all that counting needs of a report, or of one who follows it. Who says nothing
 * of himself is not among them, as topics count people.
 *
 * @param id of the report or the follower
 * @param reportId of the report
 * @param personId opaque
 * @param terms of the text
 */
public record Mark(
        String id, String reportId, Bucket bucket, Instant at, YearMonth month, String personId, Set<String> terms) {
    /** What is grouped apart: one place and one category. */
    public record Bucket(String unitId, String category) {
        public String key() {
            return unitId + " " + category;
        }
    }
}
