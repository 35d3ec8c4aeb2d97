/** 日督查, 周通报, 月考核, on screen and on paper. */
@NullMarked
package io.wangge.ledger.http.bulletin;

import org.jspecify.annotations.NullMarked;
