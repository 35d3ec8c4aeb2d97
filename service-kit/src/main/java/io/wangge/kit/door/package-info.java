/** The HTTP door of a service (servlet): identity, trace, size limit, problems, JSON. */
@NullMarked
package io.wangge.kit.door;

import org.jspecify.annotations.NullMarked;
