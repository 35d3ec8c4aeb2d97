/** Processes die in the middle of a load, and nothing that was acknowledged may be lost. */
@NullMarked
package io.wangge.systemtests.chaos;

import org.jspecify.annotations.NullMarked;
