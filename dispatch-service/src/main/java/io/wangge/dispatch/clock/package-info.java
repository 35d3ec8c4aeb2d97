/** When things are due: limits, opening hours and the calendar of the year. */
@NullMarked
package io.wangge.dispatch.clock;

import org.jspecify.annotations.NullMarked;
