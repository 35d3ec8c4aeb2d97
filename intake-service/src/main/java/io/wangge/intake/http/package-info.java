/** The HTTP door of intake: here what its rooms share, one room by subject below. */
@NullMarked
package io.wangge.intake.http;

import org.jspecify.annotations.NullMarked;
