/** 居民: people without an account, who show by a code that a telephone is theirs. */
@NullMarked
package io.wangge.intake.guest;

import org.jspecify.annotations.NullMarked;
