/** What dispatch tells: everything that happens to a case. */
@NullMarked
package io.wangge.contracts.casefile;

import org.jspecify.annotations.NullMarked;
