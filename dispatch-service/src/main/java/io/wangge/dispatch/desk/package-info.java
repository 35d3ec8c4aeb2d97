/** Use cases of the cases: load, decide, save; and the ports that they need. */
@NullMarked
package io.wangge.dispatch.desk;

import org.jspecify.annotations.NullMarked;
