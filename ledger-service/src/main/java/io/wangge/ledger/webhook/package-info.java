/** 事件推送: what other systems are told, signed, in the order of each case, again until they have it. */
@NullMarked
package io.wangge.ledger.webhook;

import org.jspecify.annotations.NullMarked;
