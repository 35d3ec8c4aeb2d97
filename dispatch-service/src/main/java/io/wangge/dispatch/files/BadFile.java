package io.wangge.dispatch.files;

/** A file of reference data cannot be read; the message names the file, the line and what is wrong. */
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String file;
    private final int line;
    private final String words;
    private final String wordsZh;

    BadFile(String file, String words) {
        this(file, 0, words, words);
    }

    /** @param line from 1; 0 for the file as a whole */
    BadFile(String file, int line, String words, String wordsZh) {
        super(file + ": " + (line == 0 ? "" : "line " + line + ": ") + words);
        this.file = file;
        this.line = line;
        this.words = words;
        this.wordsZh = wordsZh;
    }

    public String file() {
        return file;
    }

    /** From 1; 0 when it is the file as a whole. */
    public int line() {
        return line;
    }

    public String words() {
        return words;
    }

    public String wordsZh() {
        return wordsZh;
    }
}
