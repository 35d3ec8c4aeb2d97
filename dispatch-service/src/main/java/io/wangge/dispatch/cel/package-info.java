/** The conditions of the rules in CEL (Common Expression Language). */
@NullMarked
package io.wangge.dispatch.cel;

import org.jspecify.annotations.NullMarked;
