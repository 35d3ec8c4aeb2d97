/** The way to MongoDB and Kafka: clients with sensible limits, and the topics that a service owns. */
@NullMarked
package io.wangge.kit.connection;

import org.jspecify.annotations.NullMarked;
