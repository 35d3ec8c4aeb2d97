package io.wangge.dispatch.mongo.casefile;

import java.util.Collection;

/**
 * The units of a case's scope in a form that fits into the keys of an index: one character each. Whoever walks along a
 * range that is not the caller's passes over what is not his by its key alone; the one case in a few hundred that only
 * shares a character is told apart when it is fetched.
 */
final class ScopeMarks {
    /** Two bytes each in UTF-8, and none that means something in a regular expression. */
    private static final int FIRST = 0x100;

    private static final int MANY = 0x700;

    private ScopeMarks() {}

    /** @return the marks of these units, each once and in order: the same units have the same marks */
    static String of(Collection<String> units) {
        return units.stream()
                .mapToInt(ScopeMarks::mark)
                .sorted()
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A regular expression that finds the marks of every case with one of these units in its scope. */
    static String anyOf(Collection<String> units) {
        return "[" + of(units) + "]";
    }

    /** {@link String#hashCode} is the same everywhere and for ever; ids differ in their last digits, so it is mixed. */
    private static int mark(String unit) {
        int mixed = unit.hashCode() * 0x9E3779B9;
        return FIRST + Integer.remainderUnsigned(mixed ^ (mixed >>> 15), MANY);
    }
}
