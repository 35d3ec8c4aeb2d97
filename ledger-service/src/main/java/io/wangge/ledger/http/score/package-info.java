/** 考核: formulae, score sheets and appeals. */
@NullMarked
package io.wangge.ledger.http.score;

import org.jspecify.annotations.NullMarked;
