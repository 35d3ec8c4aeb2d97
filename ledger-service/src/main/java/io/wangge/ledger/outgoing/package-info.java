/** Calls to other systems. */
@NullMarked
package io.wangge.ledger.outgoing;

import org.jspecify.annotations.NullMarked;
