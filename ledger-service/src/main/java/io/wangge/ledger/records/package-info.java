/** Records that the ledger's own desks keep: made once, never changed, only gone on from. */
@NullMarked
package io.wangge.ledger.records;

import org.jspecify.annotations.NullMarked;
