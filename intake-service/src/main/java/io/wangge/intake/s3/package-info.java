/** Kept bytes in an object store that speaks the S3 protocol, instead of GridFS. */
@NullMarked
package io.wangge.intake.s3;

import org.jspecify.annotations.NullMarked;
