/** Words of a text as a search finds them. */
@NullMarked
package io.wangge.kit.search;

import org.jspecify.annotations.NullMarked;
