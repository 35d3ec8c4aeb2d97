/** 附件: photos and papers of a report or a case, from their declaration to their keeping. */
@NullMarked
package io.wangge.intake.attachment;

import org.jspecify.annotations.NullMarked;
