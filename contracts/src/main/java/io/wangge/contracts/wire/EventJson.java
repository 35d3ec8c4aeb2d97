package io.wangge.contracts.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wangge.contracts.Event;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of events as JSON: camelCase, RFC 3339 times, absent instead of null, unknown fields ignored. */
public final class EventJson {
    /** Also used by services that must read or show the same JSON. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private EventJson() {}

    /** The CloudEvents type of a body. */
    public static String typeOf(Event body) {
        return EventTypes.nameOf(
                body instanceof CaseMessage<?> message ? message.what().getClass() : body.getClass());
    }

    public static String write(Event body) {
        return MAPPER.writeValueAsString(body);
    }

    /** @throws UndecodableEvent when the type is unknown or the JSON does not fit it */
    public static Event read(String typeName, byte[] json) {
        Class<?> record = EventTypes.recordOf(typeName);
        if (record == null) {
            throw new UndecodableEvent("unknown event type " + typeName);
        }
        JavaType type = CaseEvent.class.isAssignableFrom(record)
                ? MAPPER.getTypeFactory().constructParametricType(CaseMessage.class, record)
                : MAPPER.constructType(record);
        Event body = parse(typeName, json, type);
        if (body instanceof Record whole) {
            RequiredFields.missingIn(whole).ifPresent(field -> {
                throw new UndecodableEvent("body of " + typeName + " lacks " + field);
            });
        }
        return body;
    }

    private static Event parse(String typeName, byte[] json, JavaType type) {
        try {
            Event body = MAPPER.readValue(json, type);
            if (body != null) {
                return body;
            }
        } catch (JacksonException e) {
            // Said below without the exception's own message: it quotes the content, which may be personal.
        }
        throw new UndecodableEvent("body of " + typeName + " cannot be read");
    }
}
