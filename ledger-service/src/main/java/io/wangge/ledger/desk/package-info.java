/** What people read: the callback desk's lists and the ledger of one case. */
@NullMarked
package io.wangge.ledger.desk;

import org.jspecify.annotations.NullMarked;
