/** 归档: the entries of a sealed day in a file of their own, which proves itself by the day's seals. */
@NullMarked
package io.wangge.ledger.archive;

import org.jspecify.annotations.NullMarked;
