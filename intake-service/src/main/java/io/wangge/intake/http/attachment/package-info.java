/** 附件: declaring, uploading and reading photos and files over HTTP. */
@NullMarked
package io.wangge.intake.http.attachment;

import org.jspecify.annotations.NullMarked;
