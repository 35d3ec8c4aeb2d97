/** Who signed in, and who was refused. */
@NullMarked
package io.wangge.contracts.audit;

import org.jspecify.annotations.NullMarked;
