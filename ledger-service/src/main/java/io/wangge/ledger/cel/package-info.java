/** Expressions over figures, written in CEL (Common Expression Language). */
@NullMarked
package io.wangge.ledger.cel;

import org.jspecify.annotations.NullMarked;
