/** 有奖批评: criticisms, awards, sanctions and scoring rounds, and the list of accountability. */
@NullMarked
package io.wangge.ledger.http.criticism;

import org.jspecify.annotations.NullMarked;
