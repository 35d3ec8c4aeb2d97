package io.wangge.intake;

import static io.wangge.intake.YunshanDirectory.HOLDER;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.Circumstances;
import io.wangge.contracts.report.ReportEvent.OnSpotSettlement;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.contracts.report.ReportEvent.Source;
import io.wangge.intake.place.CoordinateSystem;
import io.wangge.intake.report.AsGiven;
import io.wangge.intake.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reports as they stand in the store. */
public final class SomeReports {
    private SomeReports() {}

    public static Report by(String staffId, String gridCode, Instant receivedAt) {
        String id = UUID.randomUUID().toString();
        return new Report(
                new Received(
                        id,
                        "t-" + id,
                        Channel.GRID_WORKER,
                        null,
                        null,
                        new Erasable("井盖破损", "salt"),
                        null,
                        gridCode,
                        null,
                        Urgency.NORMAL,
                        Actor.staff(staffId, "g1"),
                        null,
                        null,
                        receivedAt,
                        null),
                "hash",
                null);
    }

    /** With every field that can be there. */
    public static Report full(String staffId, Instant receivedAt) {
        String id = UUID.randomUUID().toString();
        return new Report(
                new Received(
                        id,
                        "t-" + id,
                        Channel.HOTLINE,
                        Nature.COMPLAINT,
                        "0102",
                        new Erasable("𠮷祥路井盖破损", "salt"),
                        GeoPoint.of(120.11, 30.21),
                        YunshanDirectory.WEST,
                        "claimed",
                        Urgency.EMERGENCY,
                        Actor.staff(staffId, "g1"),
                        "person-1",
                        new OnSpotSettlement(new Erasable("已扶正", "salt-2"), List.of("a", "b")),
                        receivedAt,
                        receivedAt.minusSeconds(60),
                        "WJ-LAMP-0042",
                        true,
                        new Circumstances(
                                HOLDER,
                                new Source("12345-0815", receivedAt.plusSeconds(3600)),
                                new Erasable("幸福里3号楼", "salt-3"),
                                12.5)),
                "hash",
                null,
                new AsGiven(
                        Duration.ofMillis(-90_500),
                        receivedAt.minusSeconds(150),
                        GeoPoint.of(120.1146, 30.2076),
                        CoordinateSystem.GCJ02));
    }
}
