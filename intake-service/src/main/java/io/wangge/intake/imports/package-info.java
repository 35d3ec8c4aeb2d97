/** 批量导入: many reports from one table of a clerk. */
@NullMarked
package io.wangge.intake.imports;

import org.jspecify.annotations.NullMarked;
