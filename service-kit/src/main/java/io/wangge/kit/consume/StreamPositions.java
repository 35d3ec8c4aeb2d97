package io.wangge.kit.consume;

import java.util.Map;
import java.util.Set;

/**
 * How far this service has applied each stream: kept by the handler's own write, so that position and data cannot
 * differ. With it a consumer drops repeats and parks the successors of a gap.
 */
public interface StreamPositions {
    /** @return seq of the last event applied per stream; a stream that is missing has none */
    Map<String, Long> positionsOf(Set<String> streams);
}
