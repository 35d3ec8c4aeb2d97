@NullMarked
package io.wangge.gateway;

import org.jspecify.annotations.NullMarked;
