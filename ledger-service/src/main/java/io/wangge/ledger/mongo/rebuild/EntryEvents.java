package io.wangge.ledger.mongo.rebuild;

import io.wangge.contracts.Event;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.wire.EventJson;
import io.wangge.contracts.wire.UndecodableEvent;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.LedgerEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** Entries of cases read back as the events they were written from; texts that are erased read as empty. */
final class EntryEvents {
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    /** As {@link io.wangge.ledger.entry.HashedData} takes them out. */
    private static final Set<String> PERSON = Set.of("residentId", "residentIds");

    private EntryEvents() {}

    /** @throws IllegalStateException when the entry cannot be read: it was altered, or a newer version wrote it */
    static CaseMessage<?> message(LedgerEntry entry, List<ErasableText> texts) {
        return read(entry, texts, CaseMessage.class);
    }

    /** @throws IllegalStateException as {@link #message} */
    static CallbackEvent ofRound(LedgerEntry entry, List<ErasableText> texts) {
        return read(entry, texts, CallbackEvent.class);
    }

    private static <T> T read(LedgerEntry entry, List<ErasableText> texts, Class<T> kind) {
        Map<String, String> values =
                texts.stream().collect(Collectors.toMap(ErasableText::path, ErasableText::value, (one, same) -> one));
        try {
            Map<String, Object> tree = EventJson.MAPPER.readValue(entry.data(), TREE);
            Object body = new Restoring(values).value("", tree, false);
            byte[] json = EventJson.MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            Event event = EventJson.read(entry.type(), json);
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        } catch (JacksonException | UndecodableEvent e) {
            // Said below without the content.
        }
        throw new IllegalStateException("The entry " + entry.id() + " cannot be read back as what it was written from");
    }

    /** @param values texts by their place (JSON pointer) */
    private record Restoring(Map<String, String> values) {
        private @Nullable Object value(String path, @Nullable Object value, boolean personal) {
            return switch (value) {
                case Map<?, ?> map
                when map.size() == 1 && map.get("hash") instanceof String -> {
                    String text = values.getOrDefault(path, "");
                    yield personal ? text : Map.of("value", text, "salt", "");
                }
                case Map<?, ?> map -> object(path, map);
                case List<?> list -> {
                    List<@Nullable Object> restored = new ArrayList<>();
                    for (int i = 0; i < list.size(); i++) {
                        restored.add(value(path + "/" + i, list.get(i), personal));
                    }
                    yield restored;
                }
                case null, default -> value;
            };
        }

        private Map<String, @Nullable Object> object(String path, Map<?, ?> map) {
            boolean resident = "RESIDENT".equals(map.get("kind"));
            Map<String, @Nullable Object> restored = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                String name = (String) key;
                String below = path + "/" + name.replace("~", "~0").replace("/", "~1");
                restored.put(name, value(below, value, PERSON.contains(name) || resident && name.equals("id")));
            });
            return restored;
        }
    }
}
