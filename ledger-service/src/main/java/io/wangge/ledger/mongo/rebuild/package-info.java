/** What was derived, told anew from the entries, those in archives too. */
@NullMarked
package io.wangge.ledger.mongo.rebuild;

import org.jspecify.annotations.NullMarked;
