/** Pages, the seals over them and the days over those: what makes a change of the ledger show that was made with care. */
@NullMarked
package io.wangge.ledger.seal;

import org.jspecify.annotations.NullMarked;
