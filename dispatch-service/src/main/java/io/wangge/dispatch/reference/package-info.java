/** The reference data in force, as one whole. */
@NullMarked
package io.wangge.dispatch.reference;

import org.jspecify.annotations.NullMarked;
