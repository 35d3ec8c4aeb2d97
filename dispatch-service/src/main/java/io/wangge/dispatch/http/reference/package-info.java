/** Reference data for administrators: drafts, versions, files in and out. */
@NullMarked
package io.wangge.dispatch.http.reference;

import org.jspecify.annotations.NullMarked;
