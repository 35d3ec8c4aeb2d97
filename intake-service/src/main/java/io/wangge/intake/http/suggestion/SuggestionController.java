package io.wangge.intake.http.suggestion;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.intake.desk.SuggestCategory;
import io.wangge.intake.desk.UrgentWordsNow;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.ReportRules;
import io.wangge.intake.suggestion.Model;
import io.wangge.intake.suggestion.Model.Suggestion;
import io.wangge.intake.suggestion.UrgentWords;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What a text seems to be about, with the words that speak for it. People decide. */
@RestController
class SuggestionController {
    private static final int MOST_WORDS = 500;
    private static final int LONGEST_WORD = 40;
    private final SuggestCategory suggest;
    private final UrgentWordsNow urgent;
    private final DirectoryCopy directory;

    SuggestionController(SuggestCategory suggest, UrgentWordsNow urgent, DirectoryCopy directory) {
        this.suggest = suggest;
        this.urgent = urgent;
        this.directory = directory;
    }

    record Question(@Nullable String text) {}

    /**
     * @param modelVersion of what it was told by; absent while nothing was learnt
     * @param urgentWord for which a report with this text is urgent
     */
    record Answer(
            @Nullable Long modelVersion,
            @Nullable Instant trainedAt,
            List<Item> items,
            @Nullable String urgentWord) {}

    /** @param confidence 0 to 1 @param words that spoke for it, the strongest first */
    record Item(
            String category,
            String classZh,
            String subclassZh,
            String subclassEn,
            double confidence,
            List<String> words) {}

    @Operation(summary = "Categories that a text may be of, never decided / 类别建议")
    @PostMapping("/api/v1/categories/suggestions")
    Answer suggestions(@RequestBody Question question, Caller caller) {
        return answer(question.text() == null ? "" : question.text());
    }

    @Operation(summary = "As POST, for short texts / 类别建议")
    @GetMapping("/api/v1/categories/suggestions")
    Answer suggestions(@RequestParam(defaultValue = "") String text, Caller caller) {
        return answer(text);
    }

    private Answer answer(String text) {
        if (text.codePointCount(0, text.length()) > ReportRules.TEXT_LIMIT) {
            throw Faults.problem(List.of(new FieldFault("text", "too-long", Map.of("max", ReportRules.TEXT_LIMIT))));
        }
        Directory now = directory.current();
        Model model = suggest.model().orElse(null);
        return new Answer(
                model == null ? null : model.version(),
                model == null ? null : model.trainedAt(),
                suggest.to(text).stream()
                        .flatMap(suggestion -> item(suggestion, now))
                        .toList(),
                urgent.get().in(text).orElse(null));
    }

    private static Stream<Item> item(Suggestion suggestion, Directory now) {
        return now.category(suggestion.category()).stream().map(category -> item(suggestion, category));
    }

    private static Item item(Suggestion suggestion, CategoryItem category) {
        return new Item(
                category.id(),
                category.classZh(),
                category.subclassZh(),
                category.subclassEn(),
                Math.round(suggestion.confidence() * 1000) / 1000.0,
                suggestion.reasons().stream().map(Model.Reason::word).toList());
    }

    /**
     * The model for a phone without network: a category's score is the sum of the weights of the words that are there.
     *
     * @param words word → place of the category in the list, weight in hundredths, and so on
     */
    record ModelAnswer(
            long version,
            Instant trainedAt,
            long categoryTableVersion,
            int fromHistory,
            int tested,
            int firstRight,
            int amongThree,
            List<String> categories,
            Map<String, List<Integer>> words,
            UrgentWords urgent) {}

    @Operation(summary = "The suggestion model, for phones; 304 for the one it has / 类别建议模型")
    @GetMapping("/api/v1/field-pack/suggestion-model")
    ResponseEntity<ModelAnswer> model(WebRequest request, Caller caller) {
        Model model = suggest.model().orElseThrow(() -> new ProblemException(503, "not-ready"));
        UrgentWords words = urgent.get();
        String tag = "\"m%d-%08x\"".formatted(model.version(), words.hashCode());
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).build();
        }
        Map<String, List<Integer>> sparse = new LinkedHashMap<>();
        model.weights().forEach((word, weights) -> sparse.put(word, sparse(weights)));
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new ModelAnswer(
                        model.version(),
                        model.trainedAt(),
                        model.tableVersion(),
                        model.fromHistory(),
                        model.tested(),
                        model.firstRight(),
                        model.amongThree(),
                        model.categories(),
                        sparse,
                        words));
    }

    private static List<Integer> sparse(float[] weights) {
        List<Integer> pairs = new ArrayList<>();
        for (int index = 0; index < weights.length; index++) {
            int hundredths = Math.round(weights[index] * 100);
            if (hundredths != 0) {
                pairs.add(index);
                pairs.add(hundredths);
            }
        }
        return pairs;
    }

    @Operation(summary = "Words for which a report is urgent / 紧急词")
    @GetMapping("/api/v1/urgent-words")
    UrgentWords urgentWords(Caller caller) {
        return urgent.get();
    }

    /** @param unless phrases that hold such a word without meaning it */
    record UrgentWordsForm(
            @Nullable List<@Nullable String> words,
            @Nullable List<@Nullable String> unless) {}

    @Operation(summary = "Sets them, for ADMIN / 设置紧急词")
    @PutMapping("/api/v1/urgent-words")
    UrgentWords setUrgentWords(@RequestBody UrgentWordsForm form, Caller caller) {
        UrgentWords words = new UrgentWords(checked("words", form.words()), checked("unless", form.unless()));
        urgent.set(caller, words).ifPresent(refused -> {
            throw new ProblemException(403, refused);
        });
        return words;
    }

    private static List<String> checked(String field, @Nullable List<@Nullable String> list) {
        List<String> words = list == null
                ? List.of()
                : list.stream().filter(Objects::nonNull).map(String::valueOf).toList();
        if (words.size() > MOST_WORDS) {
            throw Faults.problem(List.of(new FieldFault(field, "too-many", Map.of("max", MOST_WORDS))));
        }
        if (words.stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
            throw Faults.problem(List.of(new FieldFault(field, "too-long", Map.of("max", LONGEST_WORD))));
        }
        if (words.stream().flatMapToInt(String::codePoints).anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
            throw Faults.problem(List.of(FieldFault.of(field, "not-well-formed")));
        }
        // One character would be in every other text.
        if (words.stream().anyMatch(word -> word.strip().length() == 1)) {
            throw Faults.problem(List.of(new FieldFault(field, "too-short", Map.of("min", 2))));
        }
        return words;
    }
}
