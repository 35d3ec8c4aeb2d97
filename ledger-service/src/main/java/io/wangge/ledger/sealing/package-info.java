/** Closes what was written under seals, one sealer at a time, and tells the world. */
@NullMarked
package io.wangge.ledger.sealing;

import org.jspecify.annotations.NullMarked;
