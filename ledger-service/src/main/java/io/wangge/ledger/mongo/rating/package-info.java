/** 好差评: service windows, their ratings and what these come to. */
@NullMarked
package io.wangge.ledger.mongo.rating;

import org.jspecify.annotations.NullMarked;
