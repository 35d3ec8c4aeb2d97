/** Ids and salts that nobody can guess twice. */
@NullMarked
package io.wangge.kit.ids;

import org.jspecify.annotations.NullMarked;
