package io.wangge.intake.hotline;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds articles by pairs of neighbouring characters, as Chinese has no blanks between words: those that share most with
 * what was asked come first, the more used ones before others.
 */
public final class ArticleSearch {
    /** A word of the question itself says more than one of the answer. */
    private static final int QUESTION_WEIGHT = 4;

    private ArticleSearch() {}

    private record Found(Article article, int score) {}

    /** @param query blank for the most used ones */
    public static List<Article> among(List<Article> articles, String query, int atMost) {
        Set<String> asked = pairs(query);
        Stream<Found> found = articles.stream().map(article -> new Found(article, score(article, asked)));
        return found.filter(one -> asked.isEmpty() || one.score() > 0)
                .sorted(Comparator.comparingInt(Found::score)
                        .thenComparing(one -> one.article().used())
                        .reversed()
                        .thenComparing(one -> one.article().id()))
                .limit(atMost)
                .map(Found::article)
                .toList();
    }

    private static int score(Article article, Set<String> asked) {
        return QUESTION_WEIGHT * shared(article.question() + " " + article.keywords(), asked)
                + shared(article.answer(), asked);
    }

    private static int shared(String text, Set<String> asked) {
        Set<String> both = pairs(text);
        both.retainAll(asked);
        return both.size();
    }

    static Set<String> pairs(String text) {
        int[] points = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(new String(points, i, 2));
        }
        return pairs;
    }
}
