/** What the demo district has at its hotline's desk and in its streets. */
@NullMarked
package io.wangge.intake.demo;

import org.jspecify.annotations.NullMarked;
