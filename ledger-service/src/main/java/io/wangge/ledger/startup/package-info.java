/** Puts the rooms together and keeps them going. */
@NullMarked
package io.wangge.ledger.startup;

import org.jspecify.annotations.NullMarked;
