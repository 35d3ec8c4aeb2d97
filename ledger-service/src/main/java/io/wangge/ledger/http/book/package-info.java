/** 台账: a case's entries with their proof, seals and gaps, erasures, and the rebuild of what was derived. */
@NullMarked
package io.wangge.ledger.http.book;

import org.jspecify.annotations.NullMarked;
