package io.wangge.dispatch.directory;

/**
 * Something that must not come into force.
 *
 * @param where the thing, such as {@code unit 990100001-d01}
 * @param words what is wrong with it, for the person who edits it
 * @param wordsZh the same in Chinese
 */
public record Finding(String where, String words, String wordsZh) {

    /** For words that come from a tool that knows one language only, such as a compiler's. */
    public Finding(String where, String words) {
        this(where, words, words);
    }

    @Override
    public String toString() {
        return where + ": " + words;
    }
}
