/** The ledger's routes. */
@NullMarked
package io.wangge.ledger.http;

import org.jspecify.annotations.NullMarked;
