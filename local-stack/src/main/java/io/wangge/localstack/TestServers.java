package io.wangge.localstack;

import java.util.List;

/** Where a test's servers come from. */
sealed interface TestServers extends AutoCloseable permits TestServers.Processes, DockerServers {

    String CHOICE = "GRID_TEST_BACKEND";

    /** For a broker that lives for some tests only. */
    List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

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

        @Override
        public MongoServer newMongo() {
            return new Mongod(
                    () -> MongodFinder.ofThisMachine(System.err::println).find(),
                    StackFolder.temporary(),
                    Ports.free(),
                    LocalProcess.Lifetime.OF_THIS_JVM);
        }

        @Override
        public KafkaServer newKafka() {
            return new KafkaBroker(
                    StackFolder.temporary(),
                    Ports.free(),
                    Ports.free(),
                    QUICK_START,
                    LocalProcess.Lifetime.OF_THIS_JVM);
        }

        @Override
        public void close() {
            // Folders and processes are in the guard's hands.
        }
    }
}
