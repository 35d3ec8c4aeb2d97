/** 微信公众号: what the platform sends, how it is checked, and the dialogue that makes a report of it. */
@NullMarked
package io.wangge.intake.wechat;

import org.jspecify.annotations.NullMarked;
