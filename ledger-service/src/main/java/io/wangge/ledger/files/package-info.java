/** What the ledger keeps in a folder, outside the database that the seals are there to watch. */
@NullMarked
package io.wangge.ledger.files;

import org.jspecify.annotations.NullMarked;
