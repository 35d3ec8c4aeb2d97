package io.wangge.dispatch.reference;

import io.wangge.dispatch.directory.Asset;
import io.wangge.dispatch.directory.DutySpan;
import io.wangge.dispatch.directory.GridContact;
import io.wangge.dispatch.escalation.EscalationPolicy;
import io.wangge.dispatch.routing.Mandate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One item that is not the same in two versions of a kind.
 *
 * @param id of the item within its kind
 * @param fields those that differ; all of them for an item that is new or gone
 */
public record Change(How how, String id, List<Field> fields) {

    public enum How {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** @param before null when it was not there @param after null when it is not there any more */
    public record Field(
            String name, @Nullable Object before, @Nullable Object after) {}

    /** From {@code before} to {@code after}, of the same kind: removed items first, then those of {@code after}. */
    public static List<Change> between(Optional<Content> before, Content after) {
        Map<String, Map<String, Object>> old = before.map(Entries::of).orElseGet(Map::of);
        Map<String, Map<String, Object>> fresh = Entries.of(after);
        List<Change> changes = new ArrayList<>();
        old.forEach((id, fields) -> {
            if (!fresh.containsKey(id)) {
                changes.add(new Change(How.REMOVED, id, differences(fields, Map.of())));
            }
        });
        fresh.forEach((id, fields) -> {
            Map<String, Object> was = old.get(id);
            List<Field> differences = differences(was == null ? Map.of() : was, fields);
            if (was == null) {
                changes.add(new Change(How.ADDED, id, differences));
            } else if (!differences.isEmpty()) {
                changes.add(new Change(How.CHANGED, id, differences));
            }
        });
        return changes;
    }

    private static List<Field> differences(Map<String, Object> before, Map<String, Object> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new Field(name, before.get(name), after.get(name)))
                .toList();
    }

    /** A content as named items with named fields. */
    private static final class Entries {
        private Entries() {}

        static Map<String, Map<String, Object>> of(Content content) {
            Map<String, Map<String, Object>> entries = new LinkedHashMap<>();
            switch (content) {
                case Content.Items it -> it.items().forEach(item -> entries.put(item.id(), fields(item, "version")));
                case Content.Rules it -> {
                    String above = "";
                    for (var rule : it.rules()) {
                        Map<String, Object> fields = fields(rule, "id");
                        // The order decides: a rule that only moved has changed, those that follow it have not.
                        fields.put("after", above);
                        entries.put(rule.id(), fields);
                        above = rule.id();
                    }
                }
                case Content.Table it -> {
                    String above = "";
                    for (Record row : it.rows()) {
                        Map<String, Object> fields = fields(row, "id");
                        if (row instanceof EscalationPolicy) {
                            // As with rules: the order decides.
                            fields.put("after", above);
                        }
                        entries.put(id(row), fields);
                        above = id(row);
                    }
                }
                case Content.Calendar it -> {
                    entries.put("calendar", fields(it, "years"));
                    it.years().forEach(year -> entries.put(String.valueOf(year.year()), fields(year, "year")));
                }
            }
            return entries;
        }

        /** The only row of a kind whose rows have no id goes by its kind. */
        private static String id(Record row) {
            return switch (row) {
                case Mandate it -> it.id();
                case DutySpan it -> it.id();
                case GridContact it -> it.id();
                case EscalationPolicy it -> it.id();
                case Asset it -> it.id();
                default -> "settings";
            };
        }

        private static Map<String, Object> fields(Object item, String without) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (var component : item.getClass().getRecordComponents()) {
                if (!component.getName().equals(without)) {
                    try {
                        Object value = component.getAccessor().invoke(item);
                        if (value != null) {
                            fields.put(component.getName(), value);
                        }
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException("A public record can be read", e);
                    }
                }
            }
            return fields;
        }
    }
}
