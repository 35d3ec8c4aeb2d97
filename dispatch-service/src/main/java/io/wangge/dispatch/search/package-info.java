/** Words of a text as a search finds them. */
@NullMarked
package io.wangge.dispatch.search;

import org.jspecify.annotations.NullMarked;
