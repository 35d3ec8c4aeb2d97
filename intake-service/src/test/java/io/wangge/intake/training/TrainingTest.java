package io.wangge.intake.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.intake.suggestion.History.Settled;
import io.wangge.intake.suggestion.Model;
import io.wangge.intake.suggestion.Model.Suggestion;
import io.wangge.intake.suggestion.Training;
import io.wangge.intake.suggestion.Words;
import io.wangge.kit.search.SearchTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measured on the texts of the demo day, which the model has not seen. The figures stand in docs/suggestions.md. */
class TrainingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Words WORDS = new Words(SearchTerms::of);
    private static final Training TRAINING = new Training(new MaxentLearner(), WORDS);
    private static final List<CategoryItem> TABLE = table();

    private static List<CategoryItem> table() {
        try {
            return Files.readAllLines(Path.of("../dispatch-service/src/main/resources/demo/categories.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cell -> category(cell[0], cell[2], cell[3], cell[14], cell[16].equals("yes")))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static CategoryItem category(String id, String classZh, String subclassZh, String filing, boolean retired) {
        LimitItem limit = new LimitItem(1, "WORKDAY");
        return new CategoryItem(
                id,
                1,
                "EVENT",
                classZh,
                subclassZh,
                "",
                "",
                "small",
                "COMMUNITY",
                "环卫",
                limit,
                limit,
                false,
                false,
                false,
                filing,
                "",
                retired);
    }

    private static List<Settled> demoDay() throws IOException {
        List<Settled> texts = new ArrayList<>();
        for (JsonNode deed : JsonMapper.shared()
                .readTree(Files.readString(
                        Path.of("../system-tests/src/main/resources/io/wangge/systemtests/demo/day.json")))) {
            String category = deed.path("category").asString("");
            if (TABLE.stream().anyMatch(item -> item.id().equals(category) && !item.retired())) {
                texts.add(new Settled(category, deed.path("text").asString()));
            }
        }
        return texts;
    }

    private static int rightAmong(Model model, List<Settled> texts, int first) {
        return (int) texts.stream()
                .filter(text -> model.suggest(WORDS.of(text.text()), first).stream()
                        .anyMatch(suggestion -> suggestion.category().equals(text.category())))
                .count();
    }

    @Test
    void the_tables_own_words_name_every_second_demo_text_first_and_three_of_four_among_three() throws IOException {
        Model model = TRAINING.train(1, NOW, 1, TABLE, List.of());
        List<Settled> texts = demoDay();
        int first = rightAmong(model, texts, 1);
        int three = rightAmong(model, texts, 3);

        assertThat(texts).hasSizeGreaterThan(80);
        assertThat(first).isGreaterThanOrEqualTo(texts.size() * 45 / 100);
        assertThat(three).isGreaterThanOrEqualTo(texts.size() * 70 / 100);
    }

    @Test
    void a_history_that_teaches_is_learnt_from() {
        List<Settled> history = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            history.add(i % 2 == 0 ? new Settled("0507", "楼下广场舞音响太响了" + i) : new Settled("0602", "巷子里黑灯瞎火" + i));
        }
        Model model = TRAINING.train(2, NOW, 1, TABLE, history);

        assertThat(model.fromHistory()).isPositive();
        assertThat(model.tested()).isEqualTo(30);
        assertThat(model.firstRight()).isEqualTo(30);
        Suggestion dance = model.suggest(WORDS.of("又在跳广场舞"), 3).getFirst();
        assertThat(dance.category()).isEqualTo("0507");
        assertThat(dance.reasons()).extracting(Model.Reason::word).contains("广场");
    }

    @Test
    void a_history_that_misleads_is_left_aside() {
        List<Settled> history = new ArrayList<>();
        List<String> ids = TABLE.stream()
                .filter(item -> !item.retired())
                .map(CategoryItem::id)
                .toList();
        for (int i = 0; i < 400; i++) {
            // Every text under whatever category comes next: nothing can be learnt from it.
            history.add(
                    new Settled(ids.get(i * 7 % ids.size()), TABLE.get(i % 70).subclassZh()));
        }
        Model model = TRAINING.train(3, NOW, 1, TABLE, history);
        Model table = TRAINING.train(3, NOW, 1, TABLE, List.of());

        assertThat(model.tested()).isEqualTo(40);
        assertThat(rightAmong(model, List.of(new Settled("0602", "路灯不亮")), 1))
                .isEqualTo(rightAmong(table, List.of(new Settled("0602", "路灯不亮")), 1));
    }

    @Test
    void what_it_has_never_heard_of_gives_no_suggestion() {
        Model model = TRAINING.train(1, NOW, 1, TABLE, List.of());
        assertThat(model.suggest(WORDS.of("zzzz qqqq"), 3)).isEmpty();
        assertThat(model.suggest(WORDS.of(""), 3)).isEmpty();
    }

    @Test
    void the_same_examples_give_the_same_model() {
        Model one = TRAINING.train(1, NOW, 1, TABLE, List.of());
        Model other = TRAINING.train(1, NOW, 1, TABLE.reversed(), List.of());
        assertThat(one.suggest(WORDS.of("路灯不亮"), 5)).isEqualTo(other.suggest(WORDS.of("路灯不亮"), 5));
    }
}
