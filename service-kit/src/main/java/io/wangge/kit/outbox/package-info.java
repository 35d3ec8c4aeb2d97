/** Events leave with the write that caused them: stored as pending, published in order, taken off after the broker's word. */
@NullMarked
package io.wangge.kit.outbox;

import org.jspecify.annotations.NullMarked;
