package io.wangge.kit.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Group load: the reads of concurrent callers travel in one {@code $in}. */
final class GroupLoader implements AutoCloseable {
    private final MongoCollection<Document> collection;
    private final Bson read;
    private final GroupedCalls<String, Optional<Document>> loads;

    /** @param read the projection of the fields that are read */
    GroupLoader(MongoCollection<Document> collection, int maxBatch, Bson read) {
        this.collection = collection;
        this.read = read;
        String name = "group-loader-" + collection.getNamespace().getCollectionName();
        this.loads = new GroupedCalls<>(name, maxBatch, UnaryOperator.identity(), this::loadAll);
    }

    /** @throws com.mongodb.MongoException when the store is away */
    Optional<Document> load(String id) {
        return loads.ask(id);
    }

    private List<Optional<Document>> loadAll(List<String> ids) {
        Map<String, Document> found = new HashMap<>();
        collection
                .find(Filters.in("_id", ids))
                .projection(read)
                .forEach(document -> found.put(document.getString("_id"), document));
        return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
    }

    @Override
    public void close() {
        loads.close();
    }
}
