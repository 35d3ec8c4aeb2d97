package io.wangge.ledger.bulletin;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.ledger.bulletin.BulletinKind.Span;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.Period;
import java.time.Instant;

/** One bulletin being made. @param now at which it is */
record Making(UnitItem unit, Span span, Directory directory, Instant now) {
    Period period() {
        return new Period(span.from(), span.to());
    }

    UnitFigures figures(FigureDesk desk) {
        return new UnitFigures(desk, unit, period(), directory, now);
    }

    Instant start() {
        return span.from().atStartOfDay(Days.ZONE).toInstant();
    }

    Instant end() {
        return span.to().plusDays(1).atStartOfDay(Days.ZONE).toInstant();
    }
}
