/** 大屏: screens on a wall that show the board of one unit, and nothing else. Pure. */
@NullMarked
package io.wangge.gateway.screen;

import org.jspecify.annotations.NullMarked;
