/** 居民: the public page, without an account. */
@NullMarked
package io.wangge.intake.http.guest;

import org.jspecify.annotations.NullMarked;
