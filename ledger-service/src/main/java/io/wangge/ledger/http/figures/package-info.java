/** Figures: read, ranked, opened down to their cases, and counted anew. */
@NullMarked
package io.wangge.ledger.http.figures;

import org.jspecify.annotations.NullMarked;
