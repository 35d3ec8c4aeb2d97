/** 居民: who stands behind a report. Names and phones never leave intake. */
@NullMarked
package io.wangge.intake.person;

import org.jspecify.annotations.NullMarked;
