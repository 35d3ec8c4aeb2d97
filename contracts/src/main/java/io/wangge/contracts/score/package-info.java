/** Events of 考核: what is said against an overdue. */
@NullMarked
package io.wangge.contracts.score;

import org.jspecify.annotations.NullMarked;
