/** 通知: what people are told, read and followed over HTTP. */
@NullMarked
package io.wangge.intake.http.notice;

import org.jspecify.annotations.NullMarked;
