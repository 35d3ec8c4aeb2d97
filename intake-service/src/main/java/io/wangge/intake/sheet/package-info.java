/** Tables as people keep them: CSV in any encoding that is in use, and XLSX; read row by row, never held whole. */
@NullMarked
package io.wangge.intake.sheet;

import org.jspecify.annotations.NullMarked;
