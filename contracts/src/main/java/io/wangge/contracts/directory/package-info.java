/** The organisation and the reference data, as dispatch publishes them to all. */
@NullMarked
package io.wangge.contracts.directory;

import org.jspecify.annotations.NullMarked;
