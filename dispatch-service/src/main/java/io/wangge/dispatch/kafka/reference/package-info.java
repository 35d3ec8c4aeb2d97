/** The reference data on its way to the other services. */
@NullMarked
package io.wangge.dispatch.kafka.reference;

import org.jspecify.annotations.NullMarked;
