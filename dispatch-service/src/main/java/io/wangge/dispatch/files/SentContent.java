package io.wangge.dispatch.files;

import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.wire.EventJson;
import io.wangge.contracts.wire.RequiredFields;
import io.wangge.dispatch.directory.UnitTree;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.ReferenceKind;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A content that a person or a program sends as JSON, in the stored form of {@link ContentJson}. Versions need not be
 * said, and the paths of units follow from their parents.
 */
public final class SentContent {
    private SentContent() {}

    /** It cannot be read. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;
        private final boolean missing;

        Unreadable(String field, boolean missing) {
            super(field + (missing ? " is missing" : " has the wrong form"));
            this.field = field;
            this.missing = missing;
        }

        /** Such as {@code items.3.nameZh}; {@code body} for the whole. */
        public String field() {
            return field;
        }

        /** False when it is there and has the wrong form. */
        public boolean missing() {
            return missing;
        }
    }

    /** @throws Unreadable with the place of the first fault */
    public static Content read(ReferenceKind kind, byte[] json) {
        try {
            JsonNode tree = EventJson.MAPPER.readTree(json);
            if (!(tree instanceof ObjectNode body)) {
                throw new Unreadable("body", false);
            }
            for (JsonNode item : body.path("items")) {
                if (item instanceof ObjectNode object) {
                    complete(kind, object);
                }
            }
            return whole(ContentJson.read(kind, EventJson.MAPPER.writeValueAsString(body)));
        } catch (JacksonException e) {
            throw new Unreadable(place(e), false);
        } catch (NullPointerException e) {
            // A list that is not there at all, or has a hole in it: contents copy their lists.
            throw new Unreadable("body", true);
        }
    }

    private static void complete(ReferenceKind kind, ObjectNode item) {
        item.put("version", 0);
        if (kind == ReferenceKind.UNIT) {
            item.putArray("path");
        }
    }

    private static Content whole(Content content) {
        switch (content) {
            case Content.Items it -> requireAll("items", it.items());
            case Content.Rules it -> requireAll("rules", it.rules());
            case Content.Table it -> requireAll("rows", it.rows());
            case Content.Calendar it -> requireAll("years", it.years());
        }
        return content instanceof Content.Items it && it.kind() == ReferenceKind.UNIT
                ? new Content.Items(it.kind(), withPaths(it.items()))
                : content;
    }

    private static List<Item> withPaths(List<Item> items) {
        return List.copyOf(
                UnitTree.withPaths(items.stream().map(UnitItem.class::cast).toList()));
    }

    private static void requireAll(String list, List<?> items) {
        for (int i = 0; i < items.size(); i++) {
            String place = list + "." + i + ".";
            RequiredFields.missingIn((Record) items.get(i)).ifPresent(field -> {
                throw new Unreadable(place + field, true);
            });
        }
    }

    private static String place(JacksonException e) {
        String path = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path;
    }
}
