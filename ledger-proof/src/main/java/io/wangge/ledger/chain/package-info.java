/** Proof that a ledger is whole. Reads only what it is handed, so that an offline command can use it too. */
@NullMarked
package io.wangge.ledger.chain;

import org.jspecify.annotations.NullMarked;
