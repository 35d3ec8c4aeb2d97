package io.wangge.localstack;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Real MongoDB and real Kafka for tests. By default both are processes of this machine on free ports; with
 * {@code GRID_TEST_BACKEND=docker} Testcontainers serves the same. Each starts when it is first asked for, and is gone with
 * its data when the JVM is, even a killed one.
 *
 * <p>Tests share {@link #shared()} and keep apart by {@link #freshDatabase()} and topic names of their own. A test that
 * breaks a server takes {@link #own()} and closes it. The servers' methods may be called from any one thread at a time.
 */
public final class TestBackend implements AutoCloseable {

    private static final TestBackend SHARED = new TestBackend();

    private final TestServers servers = TestServers.chosenByEnvironment();
    private @Nullable MongoServer mongo;
    private @Nullable KafkaServer kafka;

    private TestBackend() {}

    /** The one of this JVM. Don't break it: others use it. */
    public static TestBackend shared() {
        return SHARED;
    }

    /** Servers of one's own, to be broken at will. */
    public static TestBackend own() {
        return new TestBackend();
    }

    /** A connection string without a database; starts mongod on the first call. */
    public String mongoUri() {
        return mongod().uri();
    }

    /** A database name that nobody has used. */
    public String freshDatabase() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** {@code host:port} of the broker; starts it on the first call. */
    public String kafkaBootstrap() {
        return kafka().bootstrap();
    }

    /** The handle to stop, kill, pause and start mongod with. */
    public synchronized MongoServer mongod() {
        if (mongo == null) {
            MongoServer fresh = servers.newMongo();
            fresh.start();
            mongo = fresh;
        }
        return mongo;
    }

    /** The handle to stop, kill, pause and start the broker with. */
    public synchronized KafkaServer kafka() {
        if (kafka == null) {
            KafkaServer fresh = servers.newKafka();
            fresh.start();
            kafka = fresh;
        }
        return kafka;
    }

    /** Ends the servers; their data goes too. Only for {@link #own()}. */
    @Override
    public synchronized void close() {
        if (this == SHARED) {
            throw new IllegalStateException("The shared backend ends with the JVM; close only your own");
        }
        if (kafka != null) {
            kafka.kill();
            kafka = null;
        }
        if (mongo != null) {
            mongo.kill();
            mongo = null;
        }
        servers.close();
    }
}
