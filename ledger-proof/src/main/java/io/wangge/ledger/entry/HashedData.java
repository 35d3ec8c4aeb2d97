package io.wangge.ledger.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of an event as the ledger keeps it: canonical JSON in which whatever the law may ask to forget is replaced by
 * {@code {"hash": …}}, so that erasing it later leaves the chain whole. Taken out are
 * <ul>
 *   <li>free texts: {@code {"value", "salt"}}, salted by their producer (see {@code contracts.Erasable});
 *   <li>ids of residents: {@code residentId}, {@code residentIds} and the {@code id} of an actor of kind {@code
 *       RESIDENT}. They are random (122 bits) and so cannot be guessed; the place of the id is its salt, so that the
 *       hashes of one person in two entries tell nobody that it is one person.
 * </ul>
 *
 * @param json canonical (RFC 8785), written in the same walk that takes the texts out
 * @param texts what was taken out
 */
public record HashedData(String json, List<ErasableText> texts) {
    private static final Set<String> ERASABLE = Set.of("value", "salt");
    private static final Set<String> PERSON = Set.of("residentId", "residentIds");

    /** @param body as the producer said it; not changed */
    public static HashedData of(String entryId, Map<String, ?> body) {
        Walk walk = new Walk(entryId);
        walk.object("", body);
        return new HashedData(walk.out.toString(), walk.texts);
    }

    private static final class Walk {
        private final String entryId;
        private final StringBuilder out = new StringBuilder(1024);
        private final List<ErasableText> texts = new ArrayList<>(2);

        Walk(String entryId) {
            this.entryId = entryId;
        }

        private void value(String path, @Nullable Object value, boolean personal) {
            switch (value) {
                case String text when personal -> takeOut(path, wellFormed(text), entryId + path);
                case String text -> CanonicalJson.quote(wellFormed(text), out);
                case Map<?, ?> map
                when map.size() == 2
                        && map.keySet().equals(ERASABLE)
                        && map.get("value") instanceof String text
                        && map.get("salt") instanceof String salt -> takeOut(path, wellFormed(text), wellFormed(salt));
                case Map<?, ?> map -> object(path, map);
                case List<?> list -> array(path, list, personal);
                // JSON has larger numbers than a double; one that is none for RFC 8785 is kept as its name.
                case Number number
                when Double.isInfinite(number.doubleValue()) -> CanonicalJson.quote(number.toString(), out);
                case null, default -> CanonicalJson.write(value, out);
            }
        }

        private void takeOut(String path, String value, String salt) {
            ErasableText text = new ErasableText(entryId, path, value, salt);
            texts.add(text);
            out.append("{\"hash\":\"").append(text.hash()).append("\"}");
        }

        private void object(String path, Map<?, ?> map) {
            boolean resident = "RESIDENT".equals(map.get("kind"));
            Object[] names = map.keySet().toArray();
            // Strings are compared by their UTF-16 code units, which is the order that RFC 8785 asks for.
            Arrays.sort(names);
            char before = '{';
            for (Object key : names) {
                String name = (String) key;
                out.append(before);
                before = ',';
                CanonicalJson.quote(wellFormed(name), out);
                out.append(':');
                value(path + "/" + escaped(name), map.get(key), PERSON.contains(name) || resident && name.equals("id"));
            }
            out.append(before == '{' ? "{}" : "}");
        }

        private void array(String path, List<?> list, boolean personal) {
            char before = '[';
            for (int i = 0; i < list.size(); i++) {
                out.append(before);
                before = ',';
                value(path + "/" + i, list.get(i), personal);
            }
            out.append(before == '[' ? "[]" : "]");
        }

        private static String escaped(String name) {
            return name.indexOf('~') < 0 && name.indexOf('/') < 0
                    ? name
                    : name.replace("~", "~0").replace("/", "~1");
        }
    }

    /** A lone surrogate has no UTF-8: no store gives it back as it was, and the hash would not hold. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return text.codePoints()
                            .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                                    ? 0xFFFD
                                    : point)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString();
                }
            }
        }
        return text;
    }
}
