/** 回访: rounds for clerks, and the resident's own answer through a link. */
@NullMarked
package io.wangge.ledger.http.callback;

import org.jspecify.annotations.NullMarked;
