/** Typed configuration of the gateway, checked at start. */
@NullMarked
package io.wangge.gateway.settings;

import org.jspecify.annotations.NullMarked;
