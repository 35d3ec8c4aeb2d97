package io.wangge.intake.http.open311;

import io.wangge.intake.open311.Fault;
import java.util.List;

/** Ends a call to Open311 with the standard's own errors. */
final class Open311Errors extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Fault> faults;

    Open311Errors(List<Fault> faults) {
        super("open311");
        this.faults = List.copyOf(faults);
    }

    Open311Errors(Fault one) {
        this(List.of(one));
    }

    List<Fault> faults() {
        return faults;
    }
}
