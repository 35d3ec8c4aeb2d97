/** 实时看板: how a unit stands at this moment. */
@NullMarked
package io.wangge.ledger.board;

import org.jspecify.annotations.NullMarked;
