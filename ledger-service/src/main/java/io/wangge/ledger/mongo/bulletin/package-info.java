/** 日督查, 周通报, 月考核: bulletins as they were shown, and the supervisions that they tell of. */
@NullMarked
package io.wangge.ledger.mongo.bulletin;

import org.jspecify.annotations.NullMarked;
