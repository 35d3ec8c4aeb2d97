/** Open311 GeoReport v2: the words of that standard on one side, reports and categories on the other. */
@NullMarked
package io.wangge.intake.open311;

import org.jspecify.annotations.NullMarked;
