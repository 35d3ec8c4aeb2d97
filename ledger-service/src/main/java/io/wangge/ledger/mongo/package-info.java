/** Everything of a batch in one transaction, and the reads behind the desk. */
@NullMarked
package io.wangge.ledger.mongo;

import org.jspecify.annotations.NullMarked;
