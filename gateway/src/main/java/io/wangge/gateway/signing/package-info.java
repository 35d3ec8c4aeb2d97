/** The keys that tokens are signed with: made once, rotated by age, published until their last token has expired. */
@NullMarked
package io.wangge.gateway.signing;

import org.jspecify.annotations.NullMarked;
