package io.wangge.intake.suggestion;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * What a text is judged by: its pairs of Chinese characters and words of other scripts, as a search finds them, and each
 * character alone. A program on a phone does the same with a few lines.
 */
public final class Words {
    private final Function<String, Set<String>> searchTerms;

    public Words(Function<String, Set<String>> searchTerms) {
        this.searchTerms = searchTerms;
    }

    public Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>(searchTerms.apply(text));
        text.codePoints().filter(Character::isIdeographic).forEach(point -> words.add(Character.toString(point)));
        return words;
    }
}
