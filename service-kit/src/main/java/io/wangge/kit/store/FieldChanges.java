package io.wangge.kit.store;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What makes of one state of a document the next. Only this is sent, written to the oplog and looked for in indexes: a
 * document that is replaced costs all three for every field it has.
 */
public final class FieldChanges {
    private FieldChanges() {}

    /** @return nothing when both say the same; lists are replaced as a whole */
    public static List<Bson> between(Document before, Document after) {
        List<Bson> changes = new ArrayList<>();
        collect("", before, after, changes);
        return changes;
    }

    private static void collect(String prefix, Document before, Document after, List<Bson> changes) {
        after.forEach((field, value) -> {
            Object old = before.get(field);
            String path = prefix + field;
            if (old instanceof Document was && value instanceof Document is && isPlain(was) && isPlain(is)) {
                collect(path + ".", was, is, changes);
            } else if (!Objects.equals(old, value) || !before.containsKey(field)) {
                changes.add(Updates.set(path, value));
            }
        });
        before.keySet().stream()
                .filter(field -> !after.containsKey(field))
                .forEach(field -> changes.add(Updates.unset(prefix + field)));
    }

    /** Names from outside, such as a person's, could be taken for a path. */
    private static boolean isPlain(Document document) {
        return document.keySet().stream().noneMatch(name -> name.contains(".") || name.startsWith("$"));
    }
}
