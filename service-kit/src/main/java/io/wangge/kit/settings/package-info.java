/** Typed configuration that every service shares, checked at start. */
@NullMarked
package io.wangge.kit.settings;

import org.jspecify.annotations.NullMarked;
