package io.wangge.dispatch.desk;

import io.wangge.dispatch.casefile.Facts;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.dispatch.routing.ConditionCompiler;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What is known at the moment of a decision. */
public final class FactsNow {
    private final ReferenceData referenceData;
    private final RouterOfTheDay routers;
    private final InstantSource clock;

    public FactsNow(ReferenceData referenceData, ConditionCompiler conditions, InstantSource clock) {
        this.referenceData = referenceData;
        this.routers = new RouterOfTheDay(conditions);
        this.clock = clock;
    }

    /** @throws io.wangge.kit.directory.DirectoryCopy.DirectoryNotReady while there is no reference data */
    public Facts get() {
        Reference reference = referenceData.current();
        return new Facts(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                reference.directory(),
                reference.calendar(),
                routers.of(reference),
                reference.policy(),
                reference.escalation(),
                reference.duties(),
                reference.tableVersions());
    }
}
