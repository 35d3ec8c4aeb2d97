package io.wangge.intake.suggestion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words for which a report is urgent whatever its sender said; data of the deployment. Long ones first, so that the reason
 * that is noted is the most telling one.
 *
 * @param unless phrases that hold such a word without meaning it, such as 没有着火
 */
public record UrgentWords(List<String> words, List<String> unless) {
    public static final UrgentWords NONE = new UrgentWords(List.of(), List.of());

    public UrgentWords {
        words = words.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted(java.util.Comparator.comparingInt(String::length)
                        .reversed()
                        .thenComparing(java.util.Comparator.naturalOrder()))
                .toList();
        unless = unless.stream()
                .map(phrase -> phrase.strip().toLowerCase(Locale.ROOT))
                .filter(phrase -> !phrase.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The word for which {@code text} is urgent. */
    public Optional<String> in(String text) {
        String said = text.toLowerCase(Locale.ROOT);
        // Most texts hold none, and every report is asked.
        if (words.stream().noneMatch(said::contains)) {
            return Optional.empty();
        }
        for (String phrase : unless) {
            // Something between stays, so that what stood around it does not grow into a word.
            said = said.replace(phrase, " ");
        }
        String left = said;
        return words.stream().filter(left::contains).findFirst();
    }
}
