package io.wangge.ledger.bulletin;

import io.wangge.ledger.bulletin.BulletinKind.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A bulletin as it was published, with the figures that it showed; never changed. */
public record Bulletin(Head head, List<Table> tables) {
    public Bulletin {
        tables = List.copyOf(tables);
    }

    /**
     * What it is found by.
     *
     * @param id {@code kind.unit.period}: there is one; an interim one's id is the client's
     * @param unitPath ids from the top down to the unit
     * @param interim the period was still running
     */
    public record Head(
            String id,
            BulletinKind kind,
            String unitId,
            Table.Words unit,
            List<String> unitPath,
            String period,
            LocalDate from,
            LocalDate to,
            Instant computedAt,
            boolean interim) {
        public Head {
            unitPath = List.copyOf(unitPath);
        }
    }

    public static String idOf(BulletinKind kind, String unitId, Span span) {
        return kind.code() + "." + unitId + "." + span.text();
    }
}
