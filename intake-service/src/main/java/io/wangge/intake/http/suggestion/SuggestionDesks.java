package io.wangge.intake.http.suggestion;

import io.wangge.intake.desk.SuggestCategory;
import io.wangge.intake.desk.UrgentWordsNow;
import io.wangge.intake.suggestion.History;
import io.wangge.intake.suggestion.Models;
import io.wangge.intake.suggestion.Training;
import io.wangge.intake.suggestion.UrgentWords;
import io.wangge.intake.suggestion.UrgentWordsStore;
import io.wangge.intake.suggestion.Words;
import io.wangge.intake.training.MaxentLearner;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.recurring.Recurring;
import io.wangge.kit.search.SearchTerms;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told from the words of a text. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SuggestionSettings.class)
class SuggestionDesks {
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(2);

    /** Danger to life and limb; a district sets its own (PUT /api/v1/urgent-words). */
    private static final UrgentWords USUAL = new UrgentWords(
            List.of(
                    "着火",
                    "起火",
                    "失火",
                    "火灾",
                    "爆炸",
                    "燃气泄漏",
                    "煤气泄漏",
                    "天然气泄漏",
                    "触电",
                    "漏电伤人",
                    "坍塌",
                    "塌方",
                    "电梯困人",
                    "被困",
                    "溺水",
                    "落水",
                    "坠楼",
                    "跳楼",
                    "持刀",
                    "on fire",
                    "gas leak"),
            List.of("没有着火", "没有起火", "防火灾", "火灾隐患", "预防火灾", "消防演练", "落水管", "跳楼价", "跳楼大甩卖", "跳楼甩卖"));

    @Bean
    UrgentWordsNow urgentWordsNow(UrgentWordsStore store, Clock clock) {
        return new UrgentWordsNow(store, USUAL, clock);
    }

    @Bean
    SuggestCategory suggestCategory(
            Models models, History history, DirectoryCopy directory, SuggestionSettings settings, Clock clock) {
        Words words = new Words(SearchTerms::of);
        return new SuggestCategory(
                models,
                new Training(new MaxentLearner(), words),
                history,
                words,
                directory::ifReady,
                settings.asSettings(),
                clock);
    }

    @Bean
    Recurring wordsUpkeep(SuggestCategory suggest, UrgentWordsNow urgent) {
        return new Recurring(
                "words-upkeep",
                () -> {
                    urgent.refresh();
                    suggest.keepUp();
                },
                () -> suggest.model().isPresent() ? LOOK : SOON);
    }
}
