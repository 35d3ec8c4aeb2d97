/** 发送: what carries a message out of the house. */
@NullMarked
package io.wangge.intake.sending;

import org.jspecify.annotations.NullMarked;
