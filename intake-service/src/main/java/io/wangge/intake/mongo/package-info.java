/** Reports and persons in MongoDB. */
@NullMarked
package io.wangge.intake.mongo;

import org.jspecify.annotations.NullMarked;
