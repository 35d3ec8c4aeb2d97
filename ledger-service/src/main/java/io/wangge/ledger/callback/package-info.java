/** Callback rounds 回访: who is asked, what was answered, when a round ends. Pure. */
@NullMarked
package io.wangge.ledger.callback;

import org.jspecify.annotations.NullMarked;
