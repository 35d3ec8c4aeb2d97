/** Idempotent batch consumers: in order per stream, gaps parked, dead letters stored and counted. */
@NullMarked
package io.wangge.kit.consume;

import org.jspecify.annotations.NullMarked;
