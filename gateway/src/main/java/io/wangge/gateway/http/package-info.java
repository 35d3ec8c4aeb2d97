/** The gateway's own routes, and problems as RFC 9457. */
@NullMarked
package io.wangge.gateway.http;

import org.jspecify.annotations.NullMarked;
