/** What a program outside sees of Wangge: its public API, as typed calls. */
@NullMarked
package io.wangge.systemtests.client;

import org.jspecify.annotations.NullMarked;
