/** Puts the parts together and keeps them going. */
@NullMarked
package io.wangge.dispatch.startup;

import org.jspecify.annotations.NullMarked;
