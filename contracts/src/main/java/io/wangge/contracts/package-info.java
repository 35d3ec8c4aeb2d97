/** The vocabulary between services: what a fact of a stream is, who did it, and the topics it travels on. */
@NullMarked
package io.wangge.contracts;

import org.jspecify.annotations.NullMarked;
