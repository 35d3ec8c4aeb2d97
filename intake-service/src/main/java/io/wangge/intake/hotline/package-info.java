/** 热线坐席: calls of the lines that were merged into one desk, and what is answered on the spot (systems.md S8). */
@NullMarked
package io.wangge.intake.hotline;

import org.jspecify.annotations.NullMarked;
