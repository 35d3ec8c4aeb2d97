/** A service's own copy of the directory, switched as a whole. */
@NullMarked
package io.wangge.kit.directory;

import org.jspecify.annotations.NullMarked;
