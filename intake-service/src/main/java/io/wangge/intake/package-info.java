@NullMarked
package io.wangge.intake;

import org.jspecify.annotations.NullMarked;
