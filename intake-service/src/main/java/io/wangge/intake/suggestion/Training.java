package io.wangge.intake.suggestion;

import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Learns from the category table's own words and from closed cases. Every tenth of the latest cases is kept back: what the
 * history taught is used only where it does better on these than the table alone, for a young deployment's few cases
 * mislead more than they teach.
 */
public final class Training {
    /** A category with fewer settled cases is known by its words in the table. */
    static final int ENOUGH_OF_A_CATEGORY = 5;

    /** More of one kind teach nothing new, and would make the others look rare. */
    static final int MOST_OF_A_CATEGORY = 200;

    private static final int TESTED_EVERY = 10;
    private static final int FEW_TESTED = 20;

    private final Learner learner;
    private final Words words;

    public Training(Learner learner, Words words) {
        this.learner = learner;
        this.words = words;
    }

    private record Trial(Learner.Learnt learnt, int fromHistory, int firstRight, int amongThree) {}

    /** @param history the latest first */
    public Model train(
            long version,
            Instant now,
            long tableVersion,
            Collection<CategoryItem> table,
            List<History.Settled> history) {
        List<Example> prior = prior(table);
        Set<String> known = new HashSet<>();
        prior.forEach(example -> known.add(example.category()));
        List<Example> tested = new ArrayList<>();
        List<Example> seen = new ArrayList<>();
        int index = 0;
        for (History.Settled settled : history) {
            if (known.contains(settled.category())) {
                Example example = new Example(settled.category(), words.of(settled.text()));
                (index++ % TESTED_EVERY == 0 ? tested : seen).add(example);
            }
        }
        List<Example> lessons = lessons(seen);
        Trial best = trial(prior, 0, tested);
        if (!lessons.isEmpty() && tested.size() >= FEW_TESTED) {
            Trial both = trial(Stream.concat(prior.stream(), lessons.stream()).toList(), lessons.size(), tested);
            best = both.firstRight() >= best.firstRight() ? both : best;
        }
        return new Model(
                version,
                now,
                tableVersion,
                best.fromHistory(),
                tested.size(),
                best.firstRight(),
                best.amongThree(),
                best.learnt().categories(),
                best.learnt().weights());
    }

    private Trial trial(List<Example> examples, int fromHistory, List<Example> tested) {
        Learner.Learnt learnt = learner.learn(examples);
        Model model = new Model(0, Instant.EPOCH, 0, 0, 0, 0, 0, learnt.categories(), learnt.weights());
        int first = 0;
        int three = 0;
        for (Example example : tested) {
            List<String> named = model.suggest(example.words(), 3).stream()
                    .map(Model.Suggestion::category)
                    .toList();
            first += !named.isEmpty() && named.getFirst().equals(example.category()) ? 1 : 0;
            three += named.contains(example.category()) ? 1 : 0;
        }
        return new Trial(learnt, fromHistory, first, three);
    }

    /** What the table says of each category in use: its names, and when such a thing is filed. */
    List<Example> prior(Collection<CategoryItem> table) {
        return table.stream()
                .filter(category -> !category.retired())
                .sorted(java.util.Comparator.comparing(CategoryItem::id))
                .flatMap(category -> Stream.of(
                                category.subclassZh(),
                                category.subclassZh() + "，" + category.filingCondition(),
                                category.filingCondition(),
                                category.classZh() + "，" + category.subclassZh() + "，" + category.filingCondition())
                        .map(text -> new Example(category.id(), words.of(text))))
                .filter(example -> !example.words().isEmpty())
                .toList();
    }

    /** Without words that were said once of a category: names of places and people, mostly. */
    private static List<Example> lessons(List<Example> seen) {
        Map<String, Integer> ofCategory = new HashMap<>();
        Map<String, Integer> saidOf = new HashMap<>();
        List<Example> kept = new ArrayList<>();
        for (Example example : seen) {
            if (ofCategory.merge(example.category(), 1, Integer::sum) <= MOST_OF_A_CATEGORY) {
                kept.add(example);
                example.words().forEach(word -> saidOf.merge(example.category() + " " + word, 1, Integer::sum));
            }
        }
        return kept.stream()
                .filter(example -> ofCategory.getOrDefault(example.category(), 0) >= ENOUGH_OF_A_CATEGORY)
                .map(example -> new Example(
                        example.category(),
                        example.words().stream()
                                .filter(word -> saidOf.getOrDefault(example.category() + " " + word, 0) > 1)
                                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new))))
                .filter(example -> !example.words().isEmpty())
                .toList();
    }
}
