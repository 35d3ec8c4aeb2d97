package io.wangge.kit.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTermsTest {
    @Test
    void chinese_is_cut_into_pairs_and_never_across_a_mark() {
        assertThat(SearchTerms.of("井盖破损，请处理")).containsExactly("井盖", "盖破", "破损", "请处", "处理");
    }

    @Test
    void other_words_and_numbers_stand_whole_in_small_letters_and_usual_width() {
        assertThat(SearchTerms.of("３号楼 ETC 通道 Ｗiｆi")).containsExactly("3", "号楼", "etc", "通道", "wifi");
    }

    @Test
    void whatever_is_asked_for_as_it_stands_in_a_text_is_found_there() {
        String text = "望江街道12号楼电梯困人，保安说ABC公司下午才来";
        for (String asked : new String[] {"望江", "12号楼", "电梯困人", "abc公司", "下午才来", "楼电梯"}) {
            assertThat(SearchTerms.of(text)).as(asked).containsAll(SearchTerms.of(asked));
        }
    }

    @Test
    void a_lone_character_and_marks_leave_nothing_to_search() {
        assertThat(SearchTerms.of("井")).isEmpty();
        assertThat(SearchTerms.of("？！ …")).isEmpty();
        assertThat(SearchTerms.of("井 盖")).isEmpty();
    }

    @Test
    void a_long_text_has_its_first_hundred_terms() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            text.append((char) ('一' + i));
        }
        assertThat(SearchTerms.of(text.toString())).hasSize(SearchTerms.MOST).contains("一" + (char) ('一' + 1));
    }
}
