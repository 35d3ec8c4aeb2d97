/** 事件推送: who is told what, and how that went. */
@NullMarked
package io.wangge.ledger.http.webhook;

import org.jspecify.annotations.NullMarked;
