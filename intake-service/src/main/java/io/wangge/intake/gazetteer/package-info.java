/** 地名: names of places, to be found by a few letters. */
@NullMarked
package io.wangge.intake.gazetteer;

import org.jspecify.annotations.NullMarked;
