package io.wangge.systemtests.demo;

/** Text for a terminal, where a Chinese character takes two columns. */
final class Columns {
    private static final int FIRST_WIDE = 0x1100;

    private Columns() {}

    static int width(String text) {
        return text.codePoints().map(point -> point >= FIRST_WIDE ? 2 : 1).sum();
    }

    /** Cut or filled up to {@code columns}. */
    static String fit(String text, int columns) {
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int point : text.codePoints().map(Columns::printable).toArray()) {
            int width = point >= FIRST_WIDE ? 2 : 1;
            if (used + width > columns) {
                break;
            }
            line.appendCodePoint(point);
            used += width;
        }
        return line + " ".repeat(columns - used);
    }

    private static int printable(int point) {
        return Character.isISOControl(point) ? ' ' : point;
    }
}
