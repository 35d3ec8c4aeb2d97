/** Group commit: writes and reads of concurrent callers travel together; each caller gets its own outcome. */
@NullMarked
package io.wangge.kit.store;

import org.jspecify.annotations.NullMarked;
