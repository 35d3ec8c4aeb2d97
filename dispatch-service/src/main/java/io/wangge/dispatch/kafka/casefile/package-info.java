/** Reports and callback outcomes from Kafka. */
@NullMarked
package io.wangge.dispatch.kafka.casefile;

import org.jspecify.annotations.NullMarked;
