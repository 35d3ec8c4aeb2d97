/** The organisation and its reference data, for whoever has signed in. */
@NullMarked
package io.wangge.dispatch.http.directory;

import org.jspecify.annotations.NullMarked;
