/** Bulletins as files: workbook and PDF. */
@NullMarked
package io.wangge.ledger.print;

import org.jspecify.annotations.NullMarked;
