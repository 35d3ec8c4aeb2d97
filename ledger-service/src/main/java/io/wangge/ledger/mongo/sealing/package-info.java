/** Seals and the sealer's place, days that go into archives, and texts that are forgotten. */
@NullMarked
package io.wangge.ledger.mongo.sealing;

import org.jspecify.annotations.NullMarked;
