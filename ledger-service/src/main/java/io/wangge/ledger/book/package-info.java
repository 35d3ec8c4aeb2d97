/** Bookkeeping: what a batch of events adds to entries, heads, case facts and rounds. Pure. */
@NullMarked
package io.wangge.ledger.book;

import org.jspecify.annotations.NullMarked;
