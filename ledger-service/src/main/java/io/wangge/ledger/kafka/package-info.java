/** Takes in the events of all services. */
@NullMarked
package io.wangge.ledger.kafka;

import org.jspecify.annotations.NullMarked;
