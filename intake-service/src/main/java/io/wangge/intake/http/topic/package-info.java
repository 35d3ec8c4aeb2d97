/** 专题与为民项目: topics and public projects over HTTP. */
@NullMarked
package io.wangge.intake.http.topic;

import org.jspecify.annotations.NullMarked;
