package io.wangge.intake.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UrgentWordsTest {
    private static final UrgentWords WORDS =
            new UrgentWords(List.of("着火", "电梯困人", " Fire ", ""), List.of("没有着火", "火灾演练"));

    @Test
    void the_longest_word_is_the_reason() {
        assertThat(WORDS.in("电梯困人，还有人说着火了")).contains("电梯困人");
        assertThat(WORDS.in("HELP, FIRE!")).contains("fire");
    }

    @Test
    void a_phrase_that_does_not_mean_it_raises_nothing() {
        assertThat(WORDS.in("没有着火，只是冒烟")).isEmpty();
        assertThat(WORDS.in("没有着火，隔壁着火了")).contains("着火");
        assertThat(UrgentWords.NONE.in("着火")).isEmpty();
    }
}
