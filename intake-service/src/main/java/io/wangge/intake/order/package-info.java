/** 上级交办: orders of a superior (12345 and others) with their own number and limit, answered in their form (systems.md S26). */
@NullMarked
package io.wangge.intake.order;

import org.jspecify.annotations.NullMarked;
