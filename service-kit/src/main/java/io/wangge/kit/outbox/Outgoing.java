package io.wangge.kit.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of one document on their way to the broker, or back from it.
 *
 * @param version of the document with these events
 * @param commits how many commits they stand for
 * @param swept whether the sweep found them, so that they begin at the document's oldest pending event
 */
record Outgoing(String id, long version, List<PendingEvent> events, int commits, boolean swept) {

    /** One entry per document, in the order of the commits. */
    static List<Outgoing> byDocument(List<Outgoing> batch) {
        Map<String, Outgoing> byId = new LinkedHashMap<>();
        batch.forEach(outgoing -> byId.merge(outgoing.id, outgoing, Outgoing::and));
        return List.copyOf(byId.values());
    }

    private Outgoing and(Outgoing later) {
        List<PendingEvent> all = new ArrayList<>(events);
        all.addAll(later.events);
        return new Outgoing(id, later.version, all, commits + later.commits, swept || later.swept);
    }
}
