/** What the ledger tells back: callback rounds and how they ended. */
@NullMarked
package io.wangge.contracts.callback;

import org.jspecify.annotations.NullMarked;
