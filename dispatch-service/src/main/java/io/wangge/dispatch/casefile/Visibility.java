package io.wangge.dispatch.casefile;

import io.wangge.contracts.directory.Caller;

/** Every reading and writing is limited to the caller's scope. */
public final class Visibility {
    private Visibility() {}

    /** Staff of its place, of its desks and of all its holders, with everything above them; and who took it in. */
    public static boolean sees(Case theCase, Caller caller) {
        return caller.coversAny(theCase.scopeUnits())
                || theCase.opened().firstReceiver().id().equals(caller.staffId());
    }
}
