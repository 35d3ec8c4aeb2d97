/** The versions of the reference data in MongoDB. */
@NullMarked
package io.wangge.dispatch.mongo.reference;

import org.jspecify.annotations.NullMarked;
