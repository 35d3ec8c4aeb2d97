package io.wangge.intake.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.topic.Mark.Bucket;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final Bucket BUCKET = new Bucket("c1", "0507");
    private static final Instant NOON = Instant.parse("2026-10-22T04:00:00Z");
    private static final Grouping GROUPING = new Grouping(3);

    private static Mark mark(int id, String person, int month, String... terms) {
        return new Mark(
                "r" + id, "r" + id, BUCKET, NOON.plusSeconds(id), YearMonth.of(2026, month), person, Set.of(terms));
    }

    @Test
    void people_are_counted_not_reports() {
        List<Mark> marks = List.of(
                mark(1, "a", 9, "广场", "噪声"),
                mark(2, "a", 10, "广场", "噪声"),
                mark(3, "b", 10, "广场", "音响"),
                mark(4, "c", 10, "广场", "音响", "噪声"),
                mark(5, "a", 10, "装修"),
                mark(6, "b", 10, "装修"));

        List<Topic> topics = GROUPING.of(BUCKET, marks, Set.of("噪声"));

        assertThat(topics).hasSize(1);
        Topic dance = topics.getFirst();
        assertThat(dance.word()).isEqualTo("广场");
        assertThat(dance.people()).isEqualTo(3);
        assertThat(dance.reports()).isEqualTo(4);
        assertThat(dance.months()).isEqualTo(Map.of(YearMonth.of(2026, 9), 1, YearMonth.of(2026, 10), 3));
        assertThat(dance.reportIds()).containsExactly("r4", "r3", "r2", "r1");
        assertThat(dance.words()).startsWith("广场").contains("音响");
    }

    @Test
    void those_who_share_no_word_are_a_topic_of_their_own_when_they_are_enough() {
        List<Mark> marks = List.of(mark(1, "a", 9, "甲乙"), mark(2, "b", 9, "丙丁"), mark(3, "c", 9, "戊己"));

        assertThat(GROUPING.of(BUCKET, marks, Set.of()))
                .singleElement()
                .satisfies(topic -> assertThat(topic.word()).isEmpty());
        assertThat(GROUPING.of(BUCKET, marks.subList(0, 2), Set.of())).isEmpty();
        assertThat(GROUPING.of(BUCKET, List.of(), Set.of())).isEmpty();
    }

    @Property(tries = 200)
    void the_order_of_the_marks_does_not_matter_and_nobody_is_in_two_topics(@ForAll long seed) {
        Random random = new Random(seed);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            marks.add(mark(
                    i,
                    "p" + random.nextInt(20),
                    1 + random.nextInt(12),
                    "t" + random.nextInt(6),
                    "u" + random.nextInt(9)));
        }
        List<Topic> topics = GROUPING.of(BUCKET, marks, Set.of("t0"));
        Collections.shuffle(marks, random);

        assertThat(GROUPING.of(BUCKET, marks, Set.of("t0"))).isEqualTo(topics);
        assertThat(topics.stream().flatMap(topic -> topic.reportIds().stream())).doesNotHaveDuplicates();
        assertThat(topics).allSatisfy(topic -> assertThat(topic.people()).isGreaterThanOrEqualTo(3));
    }
}
