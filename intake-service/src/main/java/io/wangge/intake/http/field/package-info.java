/** The phone in the field: batches of what was made offline, and the pack it works from. */
@NullMarked
package io.wangge.intake.http.field;

import org.jspecify.annotations.NullMarked;
