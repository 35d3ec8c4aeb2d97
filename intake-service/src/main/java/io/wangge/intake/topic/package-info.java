/** 议题: what many people say of one place, and what becomes of it (为民服务项目清单, 双十). */
@NullMarked
package io.wangge.intake.topic;

import org.jspecify.annotations.NullMarked;
