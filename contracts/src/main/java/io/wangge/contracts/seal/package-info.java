/** What the ledger publishes of its seals, so that they stand outside its database too. */
@NullMarked
package io.wangge.contracts.seal;

import org.jspecify.annotations.NullMarked;
