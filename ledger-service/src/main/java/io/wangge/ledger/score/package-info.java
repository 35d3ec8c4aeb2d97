/** 考核: formulae as data, the sheets they give for a month, and appeals of an overdue. Pure. */
@NullMarked
package io.wangge.ledger.score;

import org.jspecify.annotations.NullMarked;
