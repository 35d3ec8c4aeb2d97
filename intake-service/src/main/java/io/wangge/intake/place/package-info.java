/** Where a report lies: from a position to the grid that covers it. */
@NullMarked
package io.wangge.intake.place;

import org.jspecify.annotations.NullMarked;
