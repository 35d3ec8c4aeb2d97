/** Secrets that have to stand in a database, and where their key comes from. */
@NullMarked
package io.wangge.kit.secret;

import org.jspecify.annotations.NullMarked;
