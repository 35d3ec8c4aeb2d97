/** Which unit a matter goes to, and by which rule: the ordered rule book, kept as data. */
@NullMarked
package io.wangge.dispatch.routing;

import org.jspecify.annotations.NullMarked;
