/** The organisation: units, grids, staff and categories, and what must hold between them. */
@NullMarked
package io.wangge.dispatch.directory;

import org.jspecify.annotations.NullMarked;
