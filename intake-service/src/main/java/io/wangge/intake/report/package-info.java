/** 上报: what someone saw or asks, and the rules by which it is taken in. */
@NullMarked
package io.wangge.intake.report;

import org.jspecify.annotations.NullMarked;
