/** Cases over HTTP. */
@NullMarked
package io.wangge.dispatch.http.casefile;

import org.jspecify.annotations.NullMarked;
