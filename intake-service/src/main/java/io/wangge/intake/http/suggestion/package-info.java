/** Suggested categories and the model behind them, over HTTP. */
@NullMarked
package io.wangge.intake.http.suggestion;

import org.jspecify.annotations.NullMarked;
