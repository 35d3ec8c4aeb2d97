/** The ledger's routes, a package for each room; here what several of them read and check alike. */
@NullMarked
package io.wangge.ledger.http;

import org.jspecify.annotations.NullMarked;
