/** Numbered changes of a database's shape, each applied once. */
@NullMarked
package io.wangge.kit.migration;

import org.jspecify.annotations.NullMarked;
