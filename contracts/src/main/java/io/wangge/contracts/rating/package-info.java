/** Events of ratings that belong to no case: at a service window, or after a visit. */
@NullMarked
package io.wangge.contracts.rating;

import org.jspecify.annotations.NullMarked;
