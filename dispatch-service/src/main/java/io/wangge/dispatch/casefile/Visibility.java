package io.wangge.dispatch.casefile;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.Nature;
import java.util.List;

/** Every reading and writing is limited to the caller's scope. */
public final class Visibility {
    private Visibility() {}

    /** Those who route, ask, inspect or audit; whoever has to settle the matter is none of them (domain.md, Report). */
    private static final List<Role> CONFIDANTS =
            List.of(Role.DISPATCHER, Role.CALLBACK_CLERK, Role.INSPECTOR, Role.AUDITOR);

    /**
     * Staff of its place, of its desks and of all its holders, with everything above them; who took it in; and the leader
     * of the hard-case desk that has it.
     */
    public static boolean sees(Case theCase, Caller caller) {
        return caller.coversAny(theCase.scopeUnits())
                || tookItIn(theCase, caller)
                || HardCases.isLedBy(theCase, caller);
    }

    /** 举报: whoever holds the matter learns nothing that leads to its reporter, be it a resident or a member of staff. */
    public static boolean knowsReporter(Case theCase, Caller caller) {
        return theCase.opened().nature() != Nature.TIP_OFF
                || tookItIn(theCase, caller)
                || CONFIDANTS.stream().anyMatch(role -> caller.covers(role, theCase.scopeUnits()));
    }

    /** Whether the caller has a role to which tip-offs show their reporters, wherever it is. */
    public static boolean isConfidant(Caller caller) {
        return CONFIDANTS.stream().anyMatch(caller::has);
    }

    private static boolean tookItIn(Case theCase, Caller caller) {
        return theCase.opened().firstReceiver().id().equals(caller.staffId());
    }
}
