/** 地名: places and their search over HTTP. */
@NullMarked
package io.wangge.intake.http.place;

import org.jspecify.annotations.NullMarked;
