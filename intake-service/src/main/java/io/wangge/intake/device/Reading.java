package io.wangge.intake.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param at by the device's clock; null for now */
public record Reading(String kind, double value, @Nullable Instant at) {}
