/** What intake hears from dispatch: how the cases of its reports stand. */
@NullMarked
package io.wangge.intake.kafka;

import org.jspecify.annotations.NullMarked;
