/** A day in the fictional district, played through the public API. */
@NullMarked
package io.wangge.systemtests.demo;

import org.jspecify.annotations.NullMarked;
