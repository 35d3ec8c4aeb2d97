/** What intake tells: someone reported a matter. */
@NullMarked
package io.wangge.contracts.report;

import org.jspecify.annotations.NullMarked;
