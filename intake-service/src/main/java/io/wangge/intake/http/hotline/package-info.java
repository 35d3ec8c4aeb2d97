/** 坐席: calls, callers and their look-ups over HTTP. */
@NullMarked
package io.wangge.intake.http.hotline;

import org.jspecify.annotations.NullMarked;
