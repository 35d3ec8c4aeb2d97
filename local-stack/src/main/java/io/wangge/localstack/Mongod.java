package io.wangge.localstack;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;

/** A mongod process of this machine: replica set {@code grid} of one node on the loopback address, 0.5 GB of cache. */
public final class Mongod extends ProcessServer implements MongoServer {

    static final String REPLICA_SET = "grid";
    private static final int NOT_YET_INITIALIZED = 94;
    /**
     * WiredTiger begins to write pages out when 5 % of the cache are changed and 2.5 % are changes; of this small cache
     * that is a minute of one storm's cases, whose pages were written again and again. Now checkpoints write most of them.
     */
    private static final String DIRTY_PAGES =
            "eviction_dirty_target=20,eviction_dirty_trigger=40,eviction_updates_target=10,eviction_updates_trigger=20";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Supplier<Path> binary;
    private final int port;

    Mongod(Supplier<Path> binary, StackFolder folder, int port, LocalProcess.Lifetime lifetime) {
        super("mongod", folder, lifetime);
        this.binary = binary;
        this.port = port;
    }

    @Override
    public String uri() {
        return "mongodb://127.0.0.1:%d/?replicaSet=%s".formatted(port, REPLICA_SET);
    }

    @Override
    List<Integer> ports() {
        return List.of(port);
    }

    @Override
    LocalProcess launch() {
        Path data = Folders.create(folder().data(name()));
        return LocalProcess.start(
                name(),
                List.of(
                        binary.get().toString(),
                        "--replSet",
                        REPLICA_SET,
                        "--port",
                        Integer.toString(port),
                        "--bind_ip",
                        "127.0.0.1",
                        "--dbpath",
                        data.toString(),
                        "--wiredTigerCacheSizeGB",
                        "0.5",
                        "--wiredTigerEngineConfigString",
                        DIRTY_PAGES,
                        // Five per cent of the disk otherwise, and one node has nobody who must catch up.
                        "--oplogSize",
                        "990",
                        "--nounixsocket"),
                Map.of(),
                folder(),
                lifetime());
    }

    @Override
    void awaitReady(LocalProcess started) {
        try (MongoClient client = MongoClients.create(impatient(directUri()))) {
            MongoDatabase admin = client.getDatabase("admin");
            Readiness.await(started, PATIENCE, () -> becomesPrimary(admin));
        }
    }

    private String directUri() {
        return "mongodb://127.0.0.1:%d/?directConnection=true".formatted(port);
    }

    /** Whether the server at this address takes writes now; asks for half a second. */
    static boolean isPrimary(String uri) {
        try (MongoClient client = MongoClients.create(impatient(uri))) {
            return isPrimary(client.getDatabase("admin"));
        } catch (MongoException notYet) {
            return false;
        }
    }

    private static boolean isPrimary(MongoDatabase admin) {
        return admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false);
    }

    private static MongoClientSettings impatient(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(500, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(100, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(20, TimeUnit.MILLISECONDS))
                .build();
    }

    private boolean becomesPrimary(MongoDatabase admin) {
        try {
            if (isPrimary(admin)) {
                return true;
            }
            nameItself(admin);
            return false;
        } catch (MongoException notYet) {
            return false;
        }
    }

    /** A new data folder has no members yet, and one that was used on another port names an address where nobody is. */
    private void nameItself(MongoDatabase admin) {
        Document member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
        try {
            Document config =
                    admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
            Document present = config.getList("members", Document.class).getFirst();
            if (!present.getString("host").equals(member.getString("host"))) {
                present.put("host", member.getString("host"));
                config.put("version", config.getInteger("version") + 1);
                admin.runCommand(new Document("replSetReconfig", config).append("force", true));
            }
        } catch (MongoCommandException refused) {
            if (refused.getErrorCode() == NOT_YET_INITIALIZED) {
                admin.runCommand(new Document(
                        "replSetInitiate", new Document("_id", REPLICA_SET).append("members", List.of(member))));
            }
        }
    }
}
