/** 考核: formulae, score sheets and appeals. */
@NullMarked
package io.wangge.ledger.mongo.score;

import org.jspecify.annotations.NullMarked;
