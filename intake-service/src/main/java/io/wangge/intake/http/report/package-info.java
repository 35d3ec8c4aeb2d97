/** 上报: filing and reading reports over HTTP. */
@NullMarked
package io.wangge.intake.http.report;

import org.jspecify.annotations.NullMarked;
