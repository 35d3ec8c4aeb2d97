/** The commands that check a ledger or a proof without the service. */
@NullMarked
package io.wangge.ledger.offline;

import org.jspecify.annotations.NullMarked;
