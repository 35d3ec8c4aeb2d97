/** Boards read in one snapshot, what they said before, and the log of pages from which they and the live stream go on. */
@NullMarked
package io.wangge.ledger.mongo.board;

import org.jspecify.annotations.NullMarked;
