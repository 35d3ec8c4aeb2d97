/** Figures: what is counted of a case, on which day, for whom, and what the figures made of it mean. Pure. */
@NullMarked
package io.wangge.ledger.figures;

import org.jspecify.annotations.NullMarked;
