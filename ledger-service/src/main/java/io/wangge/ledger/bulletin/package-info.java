/** 日督查, 周通报, 月考核: what a unit's day, week or month looked like, kept as it was shown. Pure. */
@NullMarked
package io.wangge.ledger.bulletin;

import org.jspecify.annotations.NullMarked;
