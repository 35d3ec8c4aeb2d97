/** 重建: what is derived from the entries is worked out from them anew, while everybody goes on. */
@NullMarked
package io.wangge.ledger.rebuild;

import org.jspecify.annotations.NullMarked;
