package io.wangge.ledger.desk;

import io.wangge.ledger.desk.CaseLedger.ReadableEntry;
import io.wangge.ledger.entry.ErasableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An entry's data for people: beside each hash its text, or the word that it was erased. */
public final class ReadableData {
    private final Map<String, String> texts;

    private ReadableData(List<ErasableText> texts) {
        this.texts = texts.stream().collect(Collectors.toMap(ErasableText::path, ErasableText::value, (a, b) -> a));
    }

    /** @return the data with {@code {"hash", "value"}} or {@code {"hash", "erased": true}} where a text was taken out */
    public static Map<String, Object> of(ReadableEntry entry) {
        return new ReadableData(entry.texts()).object("", entry.data());
    }

    private @Nullable Object readable(String path, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map when map.size() == 1 && map.get("hash") instanceof String hash -> text(path, hash);
            case Map<?, ?> map -> object(path, map);
            case List<?> list -> {
                var items = new ArrayList<@Nullable Object>(list.size());
                for (int i = 0; i < list.size(); i++) {
                    items.add(readable(path + "/" + i, list.get(i)));
                }
                yield items;
            }
            case null, default -> value;
        };
    }

    private Map<String, Object> text(String path, String hash) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("hash", hash);
        String value = texts.get(path);
        if (value == null) {
            text.put("erased", true);
        } else {
            text.put("value", value);
        }
        return text;
    }

    private Map<String, Object> object(String path, Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String name = (String) key;
            Object readable = readable(path + "/" + name.replace("~", "~0").replace("/", "~1"), value);
            if (readable != null) {
                copy.put(name, readable);
            }
        });
        return copy;
    }
}
