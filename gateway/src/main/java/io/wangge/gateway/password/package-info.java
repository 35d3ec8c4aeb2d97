/** Checking passwords, off the event loop and few at a time. */
@NullMarked
package io.wangge.gateway.password;

import org.jspecify.annotations.NullMarked;
