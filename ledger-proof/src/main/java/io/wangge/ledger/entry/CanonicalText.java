package io.wangge.ledger.entry;

import org.jspecify.annotations.Nullable;

/** Finds a place in canonical JSON (no white space) without reading the rest of it into a tree. */
public final class CanonicalText {
    private final String json;
    private int at;

    private CanonicalText(String json) {
        this.json = json;
    }

    /**
     * @param pointer JSON Pointer (RFC 6901)
     * @return the JSON that stands there, as it is written; null when nothing does or the text is no canonical JSON
     */
    public static @Nullable String at(String json, String pointer) {
        try {
            CanonicalText text = new CanonicalText(json);
            for (String part :
                    pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
                if (!text.enter(part.replace("~1", "/").replace("~0", "~"))) {
                    return null;
                }
            }
            int start = text.at;
            text.skipValue();
            return json.substring(start, text.at);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return null;
        }
    }

    private boolean enter(String part) {
        return switch (json.charAt(at)) {
            case '{' -> enterField(part);
            case '[' -> enterItem(Integer.parseInt(part));
            default -> false;
        };
    }

    private boolean enterField(String name) {
        StringBuilder quoted = new StringBuilder(name.length() + 2);
        CanonicalJson.quote(name, quoted);
        while (json.charAt(at) != '}') {
            at++;
            boolean here = json.startsWith(quoted.append(':').toString(), at);
            quoted.setLength(quoted.length() - 1);
            skipValue();
            at++;
            if (here) {
                return true;
            }
            skipValue();
        }
        return false;
    }

    private boolean enterItem(int index) {
        at++;
        for (int i = 0; i < index; i++) {
            skipValue();
            if (json.charAt(at) != ',') {
                return false;
            }
            at++;
        }
        return json.charAt(at) != ']';
    }

    private void skipValue() {
        int depth = 0;
        do {
            switch (json.charAt(at)) {
                case '"' -> skipText();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                case ',', ':' -> at++;
                default -> skipWord();
            }
        } while (depth > 0);
    }

    private void skipText() {
        at++;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipWord() {
        while (at < json.length() && ",]}:".indexOf(json.charAt(at)) < 0) {
            at++;
        }
    }
}
