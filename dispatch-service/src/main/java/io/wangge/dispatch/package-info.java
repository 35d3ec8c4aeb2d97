@NullMarked
package io.wangge.dispatch;

import org.jspecify.annotations.NullMarked;
