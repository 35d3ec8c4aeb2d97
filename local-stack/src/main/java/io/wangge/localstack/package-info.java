/**
 * Real mongod, real Kafka broker and the four services as processes of one machine. {@code ./grid} runs them for people,
 * tests take {@link io.wangge.localstack.TestBackend} from the same classes.
 */
@NullMarked
package io.wangge.localstack;

import org.jspecify.annotations.NullMarked;
