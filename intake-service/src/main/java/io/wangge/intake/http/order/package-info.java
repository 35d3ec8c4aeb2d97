/** 上级交办: superior orders over HTTP. */
@NullMarked
package io.wangge.intake.http.order;

import org.jspecify.annotations.NullMarked;
