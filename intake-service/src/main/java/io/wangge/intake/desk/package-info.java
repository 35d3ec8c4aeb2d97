/** The use cases of intake, and the ports that they need. */
@NullMarked
package io.wangge.intake.desk;

import org.jspecify.annotations.NullMarked;
