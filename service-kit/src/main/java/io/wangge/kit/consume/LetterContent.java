package io.wangge.kit.consume;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dead letter as an administrator may see it: what names and measures it, and the shape of its body. Texts of people,
 * names and numbers by which somebody is reached do not appear, only how long they are.
 *
 * @param headers of the message, those that are no code shortened like the body
 * @param bytes length of the body
 * @param body null when it is no JSON
 */
public record LetterContent(
        DeadLetter letter,
        @Nullable String key,
        Map<String, String> headers,
        int bytes,
        @Nullable JsonNode body) {
    /** Ids, codes, times and addresses of this system; no sentence and no name is written so. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/+~-]{1,200}");
    /** Telephone, as people write it, and numbers of identity cards. */
    private static final Pattern REACHES_SOMEBODY = Pattern.compile("\\+?[0-9][0-9-]{6,12}|[0-9]{17}[0-9Xx]");

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static LetterContent of(DeadLetter letter, Message message) {
        byte[] value = message.value() == null ? new byte[0] : message.value();
        Map<String, String> headers = message.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> shown(header.getValue())));
        String key = message.key();
        return new LetterContent(letter, key == null ? null : shown(key), headers, value.length, bodyOf(value));
    }

    private static @Nullable JsonNode bodyOf(byte[] value) {
        try {
            JsonNode read = MAPPER.readTree(value);
            return read == null || !read.isContainer() ? null : shape(read);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static JsonNode shape(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(shown(field.getKey()), shape(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(shape(item)));
            return copy;
        }
        return node.isString() ? JsonNodeFactory.instance.stringNode(shown(node.asString())) : node;
    }

    private static String shown(String text) {
        boolean open = CODE.matcher(text).matches()
                && (!REACHES_SOMEBODY.matcher(text).matches() || text.matches("\\d{4}-\\d{2}-\\d{2}"));
        return open || text.isEmpty() ? text : "‹" + text.codePointCount(0, text.length()) + "›";
    }
}
