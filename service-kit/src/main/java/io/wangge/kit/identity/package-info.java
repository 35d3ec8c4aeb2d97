/** Who calls: token check, and roles from the directory of the moment. */
@NullMarked
package io.wangge.kit.identity;

import org.jspecify.annotations.NullMarked;
