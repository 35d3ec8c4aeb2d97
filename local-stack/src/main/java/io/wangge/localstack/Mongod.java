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
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A mongod process of this machine: replica set {@code grid} of one node on the loopback address, 0.5 GB of cache. */
public final class Mongod implements MongoServer {

    static final String REPLICA_SET = "grid";
    private static final int NOT_YET_INITIALIZED = 94;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path binary;
    private final Path data;
    private final Path log;
    private final int port;
    private final LocalProcess.Lifetime lifetime;
    private @Nullable LocalProcess process;

    Mongod(Path binary, Path data, Path log, int port, LocalProcess.Lifetime lifetime) {
        this.binary = binary;
        this.data = data;
        this.log = log;
        this.port = port;
        this.lifetime = lifetime;
    }

    @Override
    public String uri() {
        return "mongodb://127.0.0.1:%d/?replicaSet=%s".formatted(port, REPLICA_SET);
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        Folders.create(data);
        LocalProcess started = LocalProcess.start(
                "mongod",
                List.of(
                        binary.toString(),
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
                        // Five per cent of the disk otherwise, and one node has nobody who must catch up.
                        "--oplogSize",
                        "990",
                        "--nounixsocket"),
                Map.of(),
                log,
                lifetime);
        process = started;
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

    @Override
    public void stop() {
        LocalProcess running = process;
        if (running != null) {
            running.stop(Duration.ofSeconds(30));
        }
    }

    @Override
    public void kill() {
        LocalProcess running = process;
        if (running != null) {
            running.kill();
        }
    }

    @Override
    public void pause() {
        LocalProcess running = process;
        if (running != null) {
            running.pause();
        }
    }

    @Override
    public void resume() {
        LocalProcess running = process;
        if (running != null) {
            running.resume();
        }
    }

    @Override
    public boolean isRunning() {
        LocalProcess running = process;
        return running != null && running.isAlive();
    }
}
