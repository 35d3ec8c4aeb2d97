/** 查看联系方式: a resident's contact is shown to who has to call, with a reason and on record, and to nobody else. */
@NullMarked
package io.wangge.intake.reveal;

import org.jspecify.annotations.NullMarked;
