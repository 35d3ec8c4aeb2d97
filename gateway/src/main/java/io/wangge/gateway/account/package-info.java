/** Who may sign in, and when a name is locked. Pure: no clock, no store, no framework. */
@NullMarked
package io.wangge.gateway.account;

import org.jspecify.annotations.NullMarked;
