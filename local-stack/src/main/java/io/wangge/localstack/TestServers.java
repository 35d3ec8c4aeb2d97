package io.wangge.localstack;

import java.nio.file.Path;
import java.util.List;

/** Where a test's servers come from. */
sealed interface TestServers extends AutoCloseable permits TestServers.Processes, DockerServers {

    String CHOICE = "GRID_TEST_BACKEND";

    MongoServer newMongo();

    KafkaServer newKafka();

    @Override
    void close();

    static TestServers chosenByEnvironment() {
        String choice = System.getenv().getOrDefault(CHOICE, "local-stack");
        return switch (choice) {
            case "docker" -> new DockerServers();
            case "local-stack" -> new Processes();
            default ->
                throw new IllegalStateException(CHOICE + " is \"" + choice + "\"; it can be local-stack or docker");
        };
    }

    /** Processes of this machine, in a folder that goes with the JVM. */
    final class Processes implements TestServers {

        private final List<String> quickStart = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

        @Override
        public MongoServer newMongo() {
            Path binary = MongodFinder.ofThisMachine(System.err::println).find();
            Path folder = Folders.temporary();
            return new Mongod(
                    binary,
                    folder.resolve("data"),
                    folder.resolve("mongod.log"),
                    Ports.free(),
                    LocalProcess.Lifetime.OF_THIS_JVM);
        }

        @Override
        public KafkaServer newKafka() {
            Path folder = Folders.temporary();
            return new KafkaBroker(
                    folder,
                    folder.resolve("kafka.log"),
                    Ports.free(),
                    Ports.free(),
                    quickStart,
                    LocalProcess.Lifetime.OF_THIS_JVM);
        }

        @Override
        public void close() {
            // Folders and processes are in the guard's hands.
        }
    }
}
