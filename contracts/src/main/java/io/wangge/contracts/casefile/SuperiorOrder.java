package io.wangge.contracts.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 上级交办: what a superior asked for, as far as a case has to know it (systems.md S26).
 *
 * @param number the superior's own; absent for cases from before it was remembered
 * @param answerBy when it wants an answer; absent when it set no limit
 */
public record SuperiorOrder(
        @Nullable String number, @Nullable Instant answerBy) {}
