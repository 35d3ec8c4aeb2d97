/** Open311 GeoReport v2 and the keys of its callers. */
@NullMarked
package io.wangge.intake.http.open311;

import org.jspecify.annotations.NullMarked;
