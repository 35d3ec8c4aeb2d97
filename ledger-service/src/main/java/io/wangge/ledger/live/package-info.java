/** Events as they happen, for those whose scope they lie in. */
@NullMarked
package io.wangge.ledger.live;

import org.jspecify.annotations.NullMarked;
