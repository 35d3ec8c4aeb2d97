/** 通知: what is told to whom, by which channel, when, and in which words. */
@NullMarked
package io.wangge.intake.notice;

import org.jspecify.annotations.NullMarked;
