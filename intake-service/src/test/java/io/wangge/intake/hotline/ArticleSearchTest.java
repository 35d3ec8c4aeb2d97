package io.wangge.intake.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleSearchTest {
    private final Article permit = article("1", "居住证到期怎么续签", "带身份证到社区服务站。", 3);
    private final Article water = article("2", "停水怎么报修", "拨打供水热线。", 9);
    private final List<Article> all = List.of(permit, water);

    @Test
    void what_shares_most_with_the_question_comes_first() {
        assertThat(ArticleSearch.among(all, "我的居住证快到期了", 5)).containsExactly(permit);
        assertThat(ArticleSearch.among(all, "怎么报修停水", 5)).containsExactly(water, permit);
    }

    @Test
    void without_a_question_the_most_used_come_first() {
        assertThat(ArticleSearch.among(all, " ", 5)).containsExactly(water, permit);
    }

    @Test
    void what_nobody_wrote_about_finds_nothing() {
        assertThat(ArticleSearch.among(all, "😀", 5)).containsExactly(water, permit);
        assertThat(ArticleSearch.among(all, "燃气泄漏", 5)).isEmpty();
    }

    private static Article article(String id, String question, String answer, long used) {
        return new Article(id, question, answer, null, "", false, false, used, "staff-1", Instant.EPOCH);
    }
}
