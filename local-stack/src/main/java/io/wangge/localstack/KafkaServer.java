package io.wangge.localstack;

/** A Kafka broker that is its own controller and never creates a topic unasked. */
public interface KafkaServer extends Server {

    /** {@code host:port} for {@code bootstrap.servers}. */
    String bootstrap();
}
