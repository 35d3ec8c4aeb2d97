package io.wangge.kit.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bson.Document;

/** Loads of concurrent callers travel together in one {@code $in}. */
final class GroupLoader implements AutoCloseable {
    private record Load(String id, CompletableFuture<Optional<Document>> document) {}

    private final MongoCollection<Document> collection;
    private final Batcher<Load> batcher;

    GroupLoader(MongoCollection<Document> collection, int maxBatch) {
        this.collection = collection;
        String name = "group-loader-" + collection.getNamespace().getCollectionName();
        this.batcher = new Batcher<>(name, maxBatch, Load::id, this::load);
    }

    /** @throws com.mongodb.MongoException when the store is away */
    Optional<Document> load(String id) {
        Load load = new Load(id, new CompletableFuture<>());
        if (!batcher.offer(load)) {
            throw new IllegalStateException("the service is stopping");
        }
        try {
            return load.document().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void load(List<Load> batch) {
        try {
            Map<String, Document> found = new HashMap<>();
            collection
                    .find(Filters.in("_id", batch.stream().map(Load::id).toList()))
                    .projection(StreamDocument.WITHOUT_BODIES)
                    .forEach(document -> found.put(document.getString("_id"), document));
            batch.forEach(load -> load.document().complete(Optional.ofNullable(found.get(load.id()))));
        } catch (RuntimeException e) {
            batch.forEach(load -> load.document().completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        batcher.close();
    }
}
