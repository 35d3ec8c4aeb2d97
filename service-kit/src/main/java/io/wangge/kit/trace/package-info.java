/** Which request caused what: W3C trace context of the thread. */
@NullMarked
package io.wangge.kit.trace;

import org.jspecify.annotations.NullMarked;
