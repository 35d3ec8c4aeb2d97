/** 台账: everything of a batch in one transaction, and entries as they are read: by case, by type, and where one is missing. */
@NullMarked
package io.wangge.ledger.mongo.book;

import org.jspecify.annotations.NullMarked;
