/** Work that a service does by itself, again and again, from its start to its stop. */
@NullMarked
package io.wangge.kit.recurring;

import org.jspecify.annotations.NullMarked;
