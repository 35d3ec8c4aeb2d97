package io.wangge.kit.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLikenessTest {
    @Test
    void the_same_text_is_wholly_alike_and_one_without_terms_is_like_nothing() {
        assertThat(TextLikeness.of("江滨苑垃圾桶满溢", "江滨苑 垃圾桶满溢！")).isGreaterThan(0.8);
        assertThat(TextLikeness.of("井盖破损", "井盖破损")).isEqualTo(1);
        assertThat(TextLikeness.of("？！", "？！")).isZero();
    }

    @Test
    void it_does_not_matter_which_is_asked_first() {
        String one = "江滨苑3号楼东侧垃圾桶旁堆了十几袋生活垃圾";
        String other = "还是3号楼那堆垃圾，早上说过了";
        assertThat(TextLikeness.of(one, other))
                .isEqualTo(TextLikeness.of(other, one))
                .isPositive();
    }

    @Test
    void other_matters_have_little_in_common() {
        assertThat(TextLikeness.of("路灯不亮，晚上看不见路", "餐饮油烟熏得窗户打不开")).isLessThan(0.1);
    }
}
