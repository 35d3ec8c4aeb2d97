/** Which category a text may be of: proposed with reasons, never decided. */
@NullMarked
package io.wangge.intake.suggestion;

import org.jspecify.annotations.NullMarked;
