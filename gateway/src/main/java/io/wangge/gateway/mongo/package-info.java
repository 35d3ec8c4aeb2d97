/** Accounts, sessions and keys in MongoDB. */
@NullMarked
package io.wangge.gateway.mongo;

import org.jspecify.annotations.NullMarked;
