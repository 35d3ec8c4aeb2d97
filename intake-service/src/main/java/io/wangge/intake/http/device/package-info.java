/** 感知设备: devices and their readings over HTTP. */
@NullMarked
package io.wangge.intake.http.device;

import org.jspecify.annotations.NullMarked;
