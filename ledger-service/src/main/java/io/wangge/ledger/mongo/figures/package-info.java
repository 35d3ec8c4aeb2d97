/**
 * Figures as rollups: what batches change is folded into them, open cases are counted by themselves, and all of it can be
 * counted anew beside what is shown.
 */
@NullMarked
package io.wangge.ledger.mongo.figures;

import org.jspecify.annotations.NullMarked;
