/** 小事不出社区, 大事不出街道: how a matter climbs the ladder, and where it stops. */
@NullMarked
package io.wangge.dispatch.escalation;

import org.jspecify.annotations.NullMarked;
