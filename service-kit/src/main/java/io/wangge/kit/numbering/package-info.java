/** Running numbers for people, unique over all replicas; gaps are allowed. */
@NullMarked
package io.wangge.kit.numbering;

import org.jspecify.annotations.NullMarked;
