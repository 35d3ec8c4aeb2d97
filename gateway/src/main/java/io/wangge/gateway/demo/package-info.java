/** Accounts for the people of the demo district. */
@NullMarked
package io.wangge.gateway.demo;

import org.jspecify.annotations.NullMarked;
