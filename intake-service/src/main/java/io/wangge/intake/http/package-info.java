/** The HTTP door of intake. */
@NullMarked
package io.wangge.intake.http;

import org.jspecify.annotations.NullMarked;
