package io.wangge.dispatch.desk;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;

/** An event that can never be applied. @param cause stable words, nothing of its content */
public record Unusable(Envelope<? extends Event> event, String cause) {}
