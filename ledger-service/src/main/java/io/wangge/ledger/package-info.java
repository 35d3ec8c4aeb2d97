@NullMarked
package io.wangge.ledger;

import org.jspecify.annotations.NullMarked;
