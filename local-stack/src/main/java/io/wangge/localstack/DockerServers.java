package io.wangge.localstack;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** The same servers as containers, for machines that have Docker and rather take the published images. */
final class DockerServers implements TestServers {

    private static final String MONGO_IMAGE = "mongo:8.0";
    private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";
    private static final int MONGO_PORT = 27017;
    private static final int KAFKA_PORT = 9092;

    private final List<GenericContainer<?>> containers = new ArrayList<>();

    @Override
    public MongoServer newMongo() {
        MongoDBContainer container = new MongoDBContainer(MONGO_IMAGE).withReplicaSet();
        keepPort(container, MONGO_PORT);
        return new MongoContainer(container);
    }

    @Override
    public KafkaServer newKafka() {
        KafkaContainer container = new KafkaContainer(KAFKA_IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        keepPort(container, KAFKA_PORT);
        return new BrokerContainer(container);
    }

    /** Docker gives a restarted container another port of the host unless one was asked for. */
    private void keepPort(GenericContainer<?> container, int inside) {
        PortBinding binding = new PortBinding(Binding.bindPort(Ports.free()), ExposedPort.tcp(inside));
        container.withCreateContainerCmdModifier(create -> {
            var host = create.getHostConfig();
            if (host != null) {
                host.withPortBindings(binding);
            }
        });
        containers.add(container);
    }

    @Override
    public void close() {
        containers.forEach(GenericContainer::stop);
    }

    private static final class MongoContainer extends DockerServer implements MongoServer {
        private final MongoDBContainer container;

        MongoContainer(MongoDBContainer container) {
            super(container);
            this.container = container;
        }

        @Override
        public String uri() {
            // The member's name is known inside the container only, hence the direct connection.
            return "mongodb://%s:%d/?directConnection=true"
                    .formatted(container.getHost(), container.getMappedPort(MONGO_PORT));
        }

        @Override
        boolean isReady() {
            return Mongod.isPrimary(uri());
        }
    }

    private static final class BrokerContainer extends DockerServer implements KafkaServer {
        private final KafkaContainer container;

        BrokerContainer(KafkaContainer container) {
            super(container);
            this.container = container;
        }

        @Override
        public String bootstrap() {
            return container.getHost() + ":" + container.getMappedPort(KAFKA_PORT);
        }

        @Override
        boolean isReady() {
            return KafkaBroker.answers(bootstrap());
        }
    }

    /** What both containers share: they are started once by Testcontainers, afterwards by Docker itself, which keeps their data. */
    private abstract static sealed class DockerServer implements Server permits MongoContainer, BrokerContainer {

        private final GenericContainer<?> container;

        DockerServer(GenericContainer<?> container) {
            this.container = container;
        }

        abstract boolean isReady();

        @Override
        public void start() {
            if (container.getContainerId() == null) {
                container.start();
            } else if (!isRunning()) {
                container
                        .getDockerClient()
                        .startContainerCmd(container.getContainerId())
                        .exec();
            }
            Readiness.await(container.getDockerImageName(), Duration.ofSeconds(60), this::isReady);
        }

        @Override
        public void stop() {
            container
                    .getDockerClient()
                    .stopContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public void kill() {
            if (isRunning()) {
                container
                        .getDockerClient()
                        .killContainerCmd(container.getContainerId())
                        .exec();
                Readiness.await(container.getDockerImageName(), Duration.ofSeconds(20), () -> !isRunning());
            }
        }

        @Override
        public void pause() {
            container
                    .getDockerClient()
                    .pauseContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public void resume() {
            container
                    .getDockerClient()
                    .unpauseContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public boolean isRunning() {
            return container.isRunning();
        }
    }
}
