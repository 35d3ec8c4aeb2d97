/** 感知设备: readings of sensors, of which one that is out of bounds makes one case and not a thousand. */
@NullMarked
package io.wangge.intake.device;

import org.jspecify.annotations.NullMarked;
