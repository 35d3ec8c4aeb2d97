/** Learning with Apache OpenNLP. */
@NullMarked
package io.wangge.intake.training;

import org.jspecify.annotations.NullMarked;
