/** JSON as people outside see it. */
@NullMarked
package io.wangge.kit.json;

import org.jspecify.annotations.NullMarked;
