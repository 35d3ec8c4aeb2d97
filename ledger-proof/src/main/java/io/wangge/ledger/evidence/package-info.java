/** The ledger as it stands in MongoDB and in files, read without the service. */
@NullMarked
package io.wangge.ledger.evidence;

import org.jspecify.annotations.NullMarked;
