/** Cases in MongoDB. */
@NullMarked
package io.wangge.dispatch.mongo.casefile;

import org.jspecify.annotations.NullMarked;
