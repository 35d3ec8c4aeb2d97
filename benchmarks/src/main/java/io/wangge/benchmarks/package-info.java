/** How fast and how dear a lifecycle is, beside what the same writes cost straight on the stores. */
@NullMarked
package io.wangge.benchmarks;

import org.jspecify.annotations.NullMarked;
