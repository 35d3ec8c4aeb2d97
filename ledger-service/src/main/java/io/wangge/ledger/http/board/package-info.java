/** Boards, and the live stream that keeps them and others up to date. */
@NullMarked
package io.wangge.ledger.http.board;

import org.jspecify.annotations.NullMarked;
