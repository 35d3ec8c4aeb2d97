/** The calculator of due times, for administrators. */
@NullMarked
package io.wangge.dispatch.http.calendar;

import org.jspecify.annotations.NullMarked;
