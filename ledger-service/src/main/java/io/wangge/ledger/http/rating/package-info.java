/** 好差评: windows and their ratings. */
@NullMarked
package io.wangge.ledger.http.rating;

import org.jspecify.annotations.NullMarked;
