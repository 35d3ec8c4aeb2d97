/** 微信公众号: the webhook of the official account. */
@NullMarked
package io.wangge.intake.http.wechat;

import org.jspecify.annotations.NullMarked;
