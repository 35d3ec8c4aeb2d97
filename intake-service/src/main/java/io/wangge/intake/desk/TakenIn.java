package io.wangge.intake.desk;

import io.wangge.contracts.Refused;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.Report;
import java.util.List;

/** What became of a report that somebody sent. */
public sealed interface TakenIn {
    /** Stored, and on its way to dispatch. */
    record New(Report report) implements TakenIn {}

    /** It stands here already, word for word, from the same sender. */
    record Repeated(Report report) implements TakenIn {}

    /** Understood and not allowed. */
    record NotAllowed(Refused refused) implements TakenIn {}

    /** It names something that is not there. */
    record Faulty(List<FieldFault> faults) implements TakenIn {}

    /** The store did not answer in time: the same id again will tell. */
    record Unknown() implements TakenIn {}
}
