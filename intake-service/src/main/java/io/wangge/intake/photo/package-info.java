/** Looks into what was uploaded: what it is, whether it can be shown, and what must not travel on with it. */
@NullMarked
package io.wangge.intake.photo;

import org.jspecify.annotations.NullMarked;
