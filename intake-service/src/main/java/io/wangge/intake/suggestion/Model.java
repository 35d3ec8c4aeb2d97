package io.wangge.intake.suggestion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What was learnt: how much each word speaks for each category. A category's score is the sum over the words that are
 * there, its confidence the share of {@code exp(score)} in that of all; nothing else is hidden in it.
 *
 * @param version runs upward
 * @param tableVersion of the category table that it knows
 * @param fromHistory how many settled cases it learnt from; 0 when the table's own words did better
 * @param tested how many of the deployment's latest cases, which it had not seen, it was tried on
 * @param firstRight how many of these it named first
 * @param amongThree how many it named among the first three
 * @param categories in the order of the weights
 * @param weights word → weight for each category, 0 for most
 */
public record Model(
        long version,
        Instant trainedAt,
        long tableVersion,
        int fromHistory,
        int tested,
        int firstRight,
        int amongThree,
        List<String> categories,
        Map<String, float[]> weights) {

    /** @param weight how much it spoke for the category, above what it spoke for the others */
    public record Reason(String word, double weight) {}

    /**
     * @param confidence 0 to 1
     * @param reasons words of the text, the strongest first
     */
    public record Suggestion(String category, double confidence, List<Reason> reasons) {}

    private static final int REASONS = 5;

    /** The likeliest first. A text of which no word is known gives none. */
    public List<Suggestion> suggest(Set<String> words, int atMost) {
        List<String> known = words.stream().filter(weights::containsKey).toList();
        if (known.isEmpty() || categories.isEmpty()) {
            return List.of();
        }
        double[] scores = new double[categories.size()];
        known.forEach(word -> add(weights.getOrDefault(word, new float[0]), scores));
        double[] shares = shares(scores);
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(index -> -shares[index])
                        .thenComparing(categories::get))
                .limit(atMost)
                .map(index -> new Suggestion(categories.get(index), shares[index], reasons(known, index)))
                .toList();
    }

    private static void add(float[] weight, double[] scores) {
        for (int index = 0; index < weight.length; index++) {
            scores[index] += weight[index];
        }
    }

    private static double[] shares(double[] scores) {
        double highest = IntStream.range(0, scores.length)
                .mapToDouble(index -> scores[index])
                .max()
                .orElse(0);
        double[] shares = new double[scores.length];
        double sum = 0;
        for (int index = 0; index < scores.length; index++) {
            // Less the highest: exp of a long text's score would be infinite.
            shares[index] = Math.exp(scores[index] - highest);
            sum += shares[index];
        }
        for (int index = 0; index < shares.length; index++) {
            shares[index] /= sum;
        }
        return shares;
    }

    private List<Reason> reasons(List<String> known, int index) {
        List<Reason> reasons = new ArrayList<>();
        for (String word : known) {
            float[] weight = weights.getOrDefault(word, new float[categories.size()]);
            double mean = IntStream.range(0, weight.length)
                    .mapToDouble(each -> weight[each])
                    .average()
                    .orElse(0);
            if (weight[index] > mean) {
                reasons.add(new Reason(word, weight[index] - mean));
            }
        }
        reasons.sort(Comparator.comparingDouble(Reason::weight).reversed().thenComparing(Reason::word));
        // A character within a pair that is named already says nothing more.
        return reasons.stream()
                .filter(reason -> reasons.stream()
                        .noneMatch(
                                other -> other.word().length() > reason.word().length()
                                        && other.word().contains(reason.word())))
                .limit(REASONS)
                .toList();
    }
}
