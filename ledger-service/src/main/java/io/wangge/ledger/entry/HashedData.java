package io.wangge.ledger.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of an event as the ledger keeps it: every erasable text ({@code {"value", "salt"}}, see {@code
 * contracts.Erasable}) taken out and replaced by {@code {"hash": …}}, so that erasing it later leaves the chain whole.
 *
 * @param data the body with hashes
 * @param texts what was taken out
 */
public record HashedData(Map<String, Object> data, List<ErasableText> texts) {
    private static final Set<String> ERASABLE = Set.of("value", "salt");

    /** @param body as the producer said it; not changed */
    public static HashedData of(String entryId, Map<String, Object> body) {
        List<ErasableText> texts = new ArrayList<>();
        return new HashedData(object(entryId, "", body, texts), texts);
    }

    private static @Nullable Object hashed(
            String entryId, String path, @Nullable Object value, List<ErasableText> texts) {
        return switch (value) {
            case String text -> wellFormed(text);
            case Map<?, ?> map
            when map.keySet().equals(ERASABLE)
                    && map.get("value") instanceof String text
                    && map.get("salt") instanceof String salt -> {
                ErasableText erasable = new ErasableText(entryId, path, wellFormed(text), wellFormed(salt));
                texts.add(erasable);
                yield new LinkedHashMap<>(Map.of("hash", erasable.hash()));
            }
            case Map<?, ?> map -> object(entryId, path, map, texts);
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>(list.size());
                for (int i = 0; i < list.size(); i++) {
                    items.add(hashed(entryId, path + "/" + i, list.get(i), texts));
                }
                yield items;
            }
            case null, default -> value;
        };
    }

    private static Map<String, Object> object(String entryId, String path, Map<?, ?> map, List<ErasableText> texts) {
        Map<String, Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, value) -> {
            String name = (String) key;
            Object hashed = hashed(entryId, path + "/" + name.replace("~", "~0").replace("/", "~1"), value, texts);
            if (hashed != null) {
                copy.put(name, hashed);
            }
        });
        return copy;
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
