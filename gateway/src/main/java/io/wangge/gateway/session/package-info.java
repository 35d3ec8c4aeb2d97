/** How long somebody stays signed in, and what a refresh may do. Pure. */
@NullMarked
package io.wangge.gateway.session;

import org.jspecify.annotations.NullMarked;
