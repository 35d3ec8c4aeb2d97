/** Similar reports and those who follow one, over HTTP. */
@NullMarked
package io.wangge.intake.http.alike;

import org.jspecify.annotations.NullMarked;
