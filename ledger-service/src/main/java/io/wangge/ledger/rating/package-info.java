/** 窗口评价: service windows, the ratings that residents give there and after visits, and what they add up to. Pure. */
@NullMarked
package io.wangge.ledger.rating;

import org.jspecify.annotations.NullMarked;
