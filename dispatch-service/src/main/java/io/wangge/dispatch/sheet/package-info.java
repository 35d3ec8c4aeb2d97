/** Tables that leave the house as files, row by row. */
@NullMarked
package io.wangge.dispatch.sheet;

import org.jspecify.annotations.NullMarked;
