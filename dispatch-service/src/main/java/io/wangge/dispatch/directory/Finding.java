package io.wangge.dispatch.directory;

/**
 * Something that must not come into force.
 *
 * @param where the thing, such as {@code unit 990100001-d01}
 * @param words what is wrong with it, for the person who edits it
 */
public record Finding(String where, String words) {
    @Override
    public String toString() {
        return where + ": " + words;
    }
}
