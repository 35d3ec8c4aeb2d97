/** Entries of the ledger 台账 and the hash that chains each to its predecessor. No framework, no store. */
@NullMarked
package io.wangge.ledger.entry;

import org.jspecify.annotations.NullMarked;
