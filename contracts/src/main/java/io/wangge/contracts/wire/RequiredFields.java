package io.wangge.contracts.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a record lacks: a component that is not {@code @Nullable} must be there. The JSON library fills what is
 * absent with null, and that null would surface far from the message that caused it.
 */
public final class RequiredFields {
    private record Field(String name, Method accessor, boolean nullable) {}

    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

    private RequiredFields() {}

    /** @return path of the first component that is missing, such as {@code after.state} */
    public static Optional<String> missingIn(Record value) {
        for (Field field : FIELDS.computeIfAbsent(value.getClass(), RequiredFields::fieldsOf)) {
            Object present = valueOf(field, value);
            Optional<String> missing =
                    present == null ? (field.nullable ? Optional.empty() : Optional.of("")) : missingWithin(present);
            if (missing.isPresent()) {
                return missing.map(rest -> rest.isEmpty() ? field.name : field.name + "." + rest);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missingWithin(Object present) {
        return switch (present) {
            case Record nested -> missingIn(nested);
            case Collection<?> items when items.stream().anyMatch(Objects::isNull) -> Optional.of("");
            case Collection<?> items ->
                items.stream()
                        .map(RequiredFields::missingWithin)
                        .flatMap(Optional::stream)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static List<Field> fieldsOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RequiredFields::field)
                .toList();
    }

    private static Field field(RecordComponent component) {
        return new Field(
                component.getName(),
                component.getAccessor(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private static @Nullable Object valueOf(Field field, Record value) {
        try {
            return field.accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
