package io.wangge.ledger.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;
import org.jspecify.annotations.Nullable;

/**
 * RFC 8785 (JCS): one text for one JSON value. Keys in order of their UTF-16 code units, numbers as ECMAScript prints
 * them, no white space. Written from the tree, without the detour over text that the library's own canonicalizer takes;
 * its number printing is used, and the tests hold both against each other.
 */
public final class CanonicalJson {
    /** Beyond it a double no longer holds every whole number, and JSON numbers are doubles here (RFC 8785, 3.2.2.3). */
    private static final long EXACT = 1L << 53;

    private CanonicalJson() {}

    /** @throws IllegalArgumentException for anything that is no JSON value, and for NaN and infinity */
    public static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder(1024);
        write(value, out);
        return out.toString();
    }

    static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case String text -> quote(text, out);
            case Boolean bool -> out.append(bool.booleanValue());
            case Number number -> out.append(number(number));
            case Map<?, ?> map -> object(map, out);
            case List<?> list -> array(list, out);
            default -> throw new IllegalArgumentException(value.getClass() + " is no JSON value");
        }
    }

    private static void object(Map<?, ?> map, StringBuilder out) {
        // String.compareTo compares UTF-16 code units, which is the order that RFC 8785 asks for.
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        char before = '{';
        for (Map.Entry<String, @Nullable Object> field : sorted.entrySet()) {
            out.append(before);
            before = ',';
            quote(field.getKey(), out);
            out.append(':');
            write(field.getValue(), out);
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private static void array(List<?> list, StringBuilder out) {
        char before = '[';
        for (Object item : list) {
            out.append(before);
            before = ',';
            write(item, out);
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private static String number(Number number) {
        if ((number instanceof Integer || number instanceof Long || number instanceof Short)
                && Math.abs(number.longValue()) <= EXACT) {
            return Long.toString(number.longValue());
        }
        try {
            return NumberToJSON.serializeNumber(number.doubleValue());
        } catch (IOException e) {
            throw new IllegalArgumentException(number + " is no JSON number", new UncheckedIOException(e));
        }
    }

    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
