/** 案卷: the case, what may be done with it, and what follows from that. Pure. */
@NullMarked
package io.wangge.dispatch.casefile;

import org.jspecify.annotations.NullMarked;
