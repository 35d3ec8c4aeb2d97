package io.wangge.contracts.casefile;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Event;

/**
 * An event of the stream {@code case/ID}.
 *
 * @param by who did it
 * @param after how the case stands after it
 * @param what the fact itself
 */
public record CaseMessage<E extends CaseEvent>(Actor by, CaseSummary after, E what) implements Event {}
