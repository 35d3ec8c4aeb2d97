/** 有奖批评: criticisms, what was awarded, imposed and voted, and the list of accountability that tells of it. */
@NullMarked
package io.wangge.ledger.mongo.criticism;

import org.jspecify.annotations.NullMarked;
