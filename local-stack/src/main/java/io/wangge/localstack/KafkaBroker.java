package io.wangge.localstack;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A Kafka broker process of this machine: KRaft, one node, loopback only, no topic unasked, 384 MB of heap at most. */
public final class KafkaBroker extends ProcessServer implements KafkaServer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int port;
    private final int controllerPort;
    private final List<String> jvmOptions;

    KafkaBroker(
            StackFolder folder, int port, int controllerPort, List<String> jvmOptions, LocalProcess.Lifetime lifetime) {
        super("kafka", folder, lifetime);
        this.port = port;
        this.controllerPort = controllerPort;
        this.jvmOptions = List.copyOf(jvmOptions);
    }

    @Override
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    List<Integer> ports() {
        return List.of(port, controllerPort);
    }

    @Override
    LocalProcess launch() {
        Path properties = Folders.create(folder().data(name())).resolve("server.properties");
        try {
            Files.writeString(properties, configuration());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        List<String> command = new ArrayList<>();
        command.add(Jvm.java());
        command.add("-Xmx384m");
        command.addAll(Jvm.LEAN);
        command.addAll(jvmOptions);
        command.add("-Dlogback.configurationFile=io/wangge/localstack/broker-logback.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BrokerMain.class.getName()));
        command.add(properties.toString());
        return LocalProcess.start(name(), command, Map.of(), folder(), lifetime());
    }

    @Override
    void awaitReady(LocalProcess started) {
        Readiness.await(started, PATIENCE, this::acceptsConnections);
        Readiness.await(started, PATIENCE, () -> answers(bootstrap()));
    }

    /** Sizes are for one machine: a few topics, small heaps, topics made by their owners only. */
    private String configuration() {
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort)),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                Map.entry("log.dirs", folder().data(name()).resolve("records").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // After a kill the controller refuses the broker until the session of the one that died is over.
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.retention.hours", "168")));
        StringWriter text = new StringWriter();
        try {
            settings.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private boolean acceptsConnections() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Whether the broker at this address has joined its own cluster. */
    static boolean answers(String bootstrap) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                3000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                3000))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
