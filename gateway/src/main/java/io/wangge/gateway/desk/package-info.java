/** Use cases: load, decide, save. */
@NullMarked
package io.wangge.gateway.desk;

import org.jspecify.annotations.NullMarked;
