/** 疑似重复 at entry: what was reported already, and those who follow it instead of reporting it again. */
@NullMarked
package io.wangge.intake.alike;

import org.jspecify.annotations.NullMarked;
