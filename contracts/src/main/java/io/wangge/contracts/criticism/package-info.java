/** What follows from a criticism beside its case: awards, sanctions, the half-yearly scoring (systems.md S6). */
@NullMarked
package io.wangge.contracts.criticism;

import org.jspecify.annotations.NullMarked;
