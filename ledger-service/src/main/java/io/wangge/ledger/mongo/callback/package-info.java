/** 回访: rounds with their replies, who has claimed one, and the links by which residents answer. */
@NullMarked
package io.wangge.ledger.mongo.callback;

import org.jspecify.annotations.NullMarked;
