/** The rooms' stores in MongoDB, a package each; here the migrations of all of them are put in order. */
@NullMarked
package io.wangge.ledger.mongo;

import org.jspecify.annotations.NullMarked;
