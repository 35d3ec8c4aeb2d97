/** 批量导入: tables of reports over HTTP. */
@NullMarked
package io.wangge.intake.http.imports;

import org.jspecify.annotations.NullMarked;
