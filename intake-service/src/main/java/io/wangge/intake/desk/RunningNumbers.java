package io.wangge.intake.desk;

/** Numbers that run upward in each series, never twice the same; gaps are allowed. */
@FunctionalInterface
public interface RunningNumbers {
    long next(String series);
}
