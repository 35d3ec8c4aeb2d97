/** What the ledger knows of a case at the moment, as documents of {@code case_facts}: the book writes them, most others read them. */
@NullMarked
package io.wangge.ledger.mongo.casefacts;

import org.jspecify.annotations.NullMarked;
