package io.wangge.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the six processes together, in the order in which they are started. */
record StackServers(
        StackOptions options,
        StackFolder folder,
        String demoPassword,
        @Nullable String foreignMongoUri) {

    private static final int WEBHOOKS_KEY_LENGTH = 40;

    static final List<String> SERVICES = List.of("intake-service", "dispatch-service", "ledger-service", "gateway");

    Map<String, ProcessServer> all() {
        Map<String, ProcessServer> servers = new LinkedHashMap<>();
        if (foreignMongoUri == null) {
            servers.put("mongod", mongod());
        }
        servers.put("kafka", kafka());
        for (String service : SERVICES) {
            servers.put(
                    service,
                    new GridService(
                            service,
                            folder,
                            lifetime(),
                            portOf(service),
                            options.repository(),
                            options.jvmOptions(),
                            environmentOf(service)));
        }
        return servers;
    }

    /** Lower goes first: who asks others goes before those who are asked. */
    static int turnToStop(ProcessServer server) {
        return switch (server) {
            case GridService service when service.name().equals("gateway") -> 0;
            case GridService service -> 1;
            case KafkaBroker broker -> 2;
            case Mongod mongod -> 3;
        };
    }

    private Mongod mongod() {
        return new Mongod(
                () -> MongodFinder.ofThisMachine(options.progress()).find(),
                folder,
                options.ports().mongod(),
                lifetime());
    }

    private KafkaBroker kafka() {
        Path archive = folder.root().resolve("kafka.jsa");
        return new KafkaBroker(
                folder,
                options.ports().kafka(),
                options.ports().kafkaController(),
                Jvm.sharingClasses(archive, lifetime()),
                lifetime());
    }

    private LocalProcess.Lifetime lifetime() {
        return options.stays() ? LocalProcess.Lifetime.OF_THE_MACHINE : LocalProcess.Lifetime.OF_THIS_JVM;
    }

    private int portOf(String service) {
        StackPorts ports = options.ports();
        return switch (service) {
            case "gateway" -> ports.gateway();
            case "intake-service" -> ports.intake();
            case "dispatch-service" -> ports.dispatch();
            case "ledger-service" -> ports.ledger();
            default -> throw new IllegalArgumentException(service);
        };
    }

    private Map<String, String> environmentOf(String service) {
        StackPorts ports = options.ports();
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(portOf(service)));
        environment.put(
                "GRID_MONGODB_URI",
                foreignMongoUri == null
                        ? "mongodb://127.0.0.1:%d/?replicaSet=%s".formatted(ports.mongod(), Mongod.REPLICA_SET)
                        : foreignMongoUri);
        environment.put("GRID_KAFKA_BOOTSTRAP", "127.0.0.1:" + ports.kafka());
        environment.put("GRID_DEMO_DATA", Boolean.toString(options.demoData()));
        if (service.equals("gateway")) {
            environment.put("GRID_INTAKE_URI", "http://127.0.0.1:" + ports.intake());
            environment.put("GRID_DISPATCH_URI", "http://127.0.0.1:" + ports.dispatch());
            environment.put("GRID_LEDGER_URI", "http://127.0.0.1:" + ports.ledger());
            environment.put("GRID_DEMO_PASSWORD", demoPassword);
        } else {
            environment.put("GRID_JWKS_URI", "http://127.0.0.1:%d/.well-known/jwks.json".formatted(ports.gateway()));
        }
        if (service.equals("intake-service") && options.demoData()) {
            // So that a call can be tried with curl; a stack with demo data listens on loopback alone.
            environment.put("GRID_HOTLINE_PBX_KEY", "demo-telephone-key");
        }
        if (service.equals("intake-service")) {
            environment.put("GRID_OPEN311_URL", "http://127.0.0.1:%d/open311/v2".formatted(ports.gateway()));
        }
        if (service.equals("ledger-service")) {
            // Outside the database that the seals watch, and gone together with it.
            environment.put("GRID_SEALS_FOLDER", folder.data("seals").toString());
            environment.put("GRID_SEALS_MAKE_KEY", "true");
            environment.put("GRID_WEBHOOKS_KEY", KeptSecret.in(folder, folder.webhooksKey(), WEBHOOKS_KEY_LENGTH));
            environment.put("GRID_ARCHIVE_FOLDER", folder.data("archive").toString());
        }
        environment.putAll(options.environment());
        return environment;
    }
}
