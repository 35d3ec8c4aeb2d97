package io.wangge.kit.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.wangge.kit.outbox.OutboxRelay;
import io.wangge.kit.outbox.OutboxRelay.Pace;
import io.wangge.kit.outbox.OutboxRelay.Route;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;

/** Opens the stream stores of a service, and closes them with it. */
public final class StreamStores implements AutoCloseable {
    private final MongoDatabase database;
    private final Producer<String, byte[]> producer;
    private final String source;
    private final InstantSource clock;
    private final Pace pace;
    private final List<MongoStreamStore<?>> opened = new ArrayList<>();

    /** @param source CloudEvents source of the service */
    public StreamStores(
            MongoDatabase database, Producer<String, byte[]> producer, String source, InstantSource clock, Pace pace) {
        this.database = database;
        this.producer = producer;
        this.source = source;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * @param collection has the index {@link StreamDocument#outboxIndex}
     * @param topic where its events go
     * @param streamOf document id → stream
     * @param keyOf document id → Kafka key
     */
    public <T> StreamStore<T> open(
            String collection,
            String topic,
            UnaryOperator<String> streamOf,
            UnaryOperator<String> keyOf,
            DocumentMapper<T> mapper) {
        MongoCollection<Document> documents = database.getCollection(collection);
        OutboxRelay relay =
                new OutboxRelay(documents, producer, new Route(source, topic, streamOf, keyOf), clock, pace);
        MongoStreamStore<T> store = new MongoStreamStore<>(documents, mapper, relay, clock);
        opened.add(store);
        return store;
    }

    @Override
    public void close() {
        opened.forEach(MongoStreamStore::close);
    }
}
