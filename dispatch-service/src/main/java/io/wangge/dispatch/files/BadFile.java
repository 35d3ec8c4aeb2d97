package io.wangge.dispatch.files;

/** A file of reference data cannot be read; the message names the file, the line and what is wrong. */
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadFile(String file, String words) {
        super(file + ": " + words);
    }
}
