package io.wangge.kit.directory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.wangge.contracts.directory.DirectoryEvent.Activated;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.contracts.wire.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * The stored copy: {@code directory_items} {_id kind/id/version, kind, version, type, body},
 * {@code directory_activations} {_id kind/version, kind, version, count}, {@code directory_active} {_id kind, version,
 * count}.
 */
class DirectoryStore {
    private final MongoCollection<Document> items;
    private final MongoCollection<Document> activations;
    private final MongoCollection<Document> active;

    DirectoryStore(MongoDatabase database) {
        this.items = database.getCollection("directory_items");
        this.activations = database.getCollection("directory_activations");
        this.active = database.getCollection("directory_active");
    }

    /** @param count of its items */
    record ActiveVersion(long version, int count) {}

    Map<DirectoryKind, ActiveVersion> active() {
        Map<DirectoryKind, ActiveVersion> versions = new EnumMap<>(DirectoryKind.class);
        for (Document document : active.find()) {
            versions.put(
                    DirectoryKind.valueOf(document.getString("_id")),
                    new ActiveVersion(document.getLong("version"), document.getInteger("count")));
        }
        return versions;
    }

    void put(Collection<Item> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        items.bulkWrite(
                fresh.stream()
                        .map(item -> new ReplaceOneModel<>(
                                eq("_id", item.kind() + "/" + item.id() + "/" + item.version()),
                                new Document("kind", item.kind().name())
                                        .append("version", item.version())
                                        .append("type", EventJson.typeOf(item))
                                        .append("body", EventJson.write(item)),
                                new ReplaceOptions().upsert(true)))
                        .toList(),
                new BulkWriteOptions().ordered(false));
    }

    void putActivation(Activated activated) {
        activations.replaceOne(
                eq("_id", activated.kind() + "/" + activated.version()),
                new Document("kind", activated.kind().name())
                        .append("version", activated.version())
                        .append("count", activated.count()),
                new ReplaceOptions().upsert(true));
    }

    /** Switches the kind to its newest version that is whole; what is older goes. */
    void switchIfWhole(DirectoryKind kind) {
        Document newest =
                activations
                        .find(eq("kind", kind.name()))
                        .sort(new Document("version", -1))
                        .into(new ArrayList<>())
                        .stream()
                        .filter(activation -> isWhole(kind, activation))
                        .findFirst()
                        .orElse(null);
        if (newest != null && activate(kind, newest)) {
            items.deleteMany(and(eq("kind", kind.name()), lt("version", newest.getLong("version"))));
            activations.deleteMany(and(eq("kind", kind.name()), lt("version", newest.getLong("version"))));
        }
    }

    private boolean isWhole(DirectoryKind kind, Document activation) {
        return items.countDocuments(and(eq("kind", kind.name()), eq("version", activation.getLong("version"))))
                == activation.getInteger("count");
    }

    private boolean activate(DirectoryKind kind, Document activation) {
        long version = activation.getLong("version");
        try {
            active.updateOne(
                    and(eq("_id", kind.name()), lt("version", version)),
                    Updates.combine(
                            Updates.set("version", version), Updates.set("count", activation.getInteger("count"))),
                    new UpdateOptions().upsert(true));
            return true;
        } catch (MongoException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false; // as new or newer already
            }
            throw e;
        }
    }

    List<Item> items(DirectoryKind kind, long version) {
        List<Item> found = new ArrayList<>();
        for (Document document : items.find(and(eq("kind", kind.name()), eq("version", version)))) {
            found.add((Item) EventJson.read(
                    document.getString("type"), document.getString("body").getBytes(StandardCharsets.UTF_8)));
        }
        return found;
    }
}
