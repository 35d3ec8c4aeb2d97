/** Reference data as files that people edit: CSV, JSON and GeoJSON. */
@NullMarked
package io.wangge.dispatch.files;

import org.jspecify.annotations.NullMarked;
