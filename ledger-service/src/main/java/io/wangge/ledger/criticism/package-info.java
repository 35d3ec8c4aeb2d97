/** 有奖批评: awards, sanctions, and the half-yearly round with secret ballots (systems.md S6). */
@NullMarked
package io.wangge.ledger.criticism;

import org.jspecify.annotations.NullMarked;
