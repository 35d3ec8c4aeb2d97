/** What every call passes on its way in: trace, identity headers, token, limits; and the routes behind it. */
@NullMarked
package io.wangge.gateway.door;

import org.jspecify.annotations.NullMarked;
