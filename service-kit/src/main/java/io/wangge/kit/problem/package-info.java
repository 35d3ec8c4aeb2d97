/** RFC 9457 problems with stable codes, in the caller's language. */
@NullMarked
package io.wangge.kit.problem;

import org.jspecify.annotations.NullMarked;
