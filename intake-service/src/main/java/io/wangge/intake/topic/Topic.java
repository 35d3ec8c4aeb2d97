package io.wangge.intake.topic;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;

/**
 * 议题: what several people said of one place, in one category, in words of which they share one.
 *
 * @param id made of place, category and word, so that the same topic has the same id whenever it is counted
 * @param word that they share; empty for those of the bucket who share none
 * @param words that most of them used, the commonest first
 * @param people distinct persons, never reports
 * @param months people by month
 * @param reportIds the latest ones
 */
public record Topic(
        String id,
        Mark.Bucket bucket,
        String word,
        List<String> words,
        int people,
        int reports,
        SortedMap<YearMonth, Integer> months,
        Instant firstAt,
        Instant lastAt,
        List<String> reportIds) {}
