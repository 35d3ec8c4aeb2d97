/** 事件推送: who is told, and what waits to be told. */
@NullMarked
package io.wangge.ledger.mongo.webhook;

import org.jspecify.annotations.NullMarked;
