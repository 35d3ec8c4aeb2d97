package io.wangge.dispatch.kafka.casefile;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.dispatch.desk.OpeningDesk;
import io.wangge.kit.consume.EventHandler;
import java.util.List;

/** {@code grid.reports.v1}: every report becomes a case. */
public final class ReportsHandler implements EventHandler {
    private final OpeningDesk desk;

    public ReportsHandler(OpeningDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Unappliable> apply(List<Envelope<Event>> events) {
        return Bodies.unappliable(desk.open(Bodies.of(Received.class, events)));
    }
}
