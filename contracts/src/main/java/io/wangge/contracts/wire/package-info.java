/** How events stand in JSON and as CloudEvents on Kafka. */
@NullMarked
package io.wangge.contracts.wire;

import org.jspecify.annotations.NullMarked;
