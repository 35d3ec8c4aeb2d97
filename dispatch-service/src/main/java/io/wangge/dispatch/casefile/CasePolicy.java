package io.wangge.dispatch.casefile;

import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.escalation.EscalationPolicy;
import java.util.Set;

/**
 * What a district may set about all its cases.
 *
 * @param limits of those that wait for somebody
 * @param onSpotCallbackPercent how many of a hundred matters settled on the spot are called back
 * @param ceiling what a matter must show before it may leave its ceiling
 * @param suspensionCauses codes of the reasons for which a case may be suspended
 * @param reopenDays how long after closing a case may be reopened
 * @param escalation what happens when a share of a limit is used up
 */
public record CasePolicy(
        Waits limits,
        int onSpotCallbackPercent,
        CeilingPolicy ceiling,
        Set<String> suspensionCauses,
        int reopenDays,
        EscalationPolicy escalation) {

    /**
     * @param confirmation for the look in the field before filing
     * @param dispatchEmergency for the dispatcher, with an emergency
     * @param dispatchOther for the dispatcher, with anything else
     * @param check for the look in the field after completion
     * @param callback after completion
     * @param decision for the inspector
     * @param supervisionReply for the reply to a supervision
     */
    public record Waits(
            Limit confirmation,
            Limit dispatchEmergency,
            Limit dispatchOther,
            Limit check,
            Limit callback,
            Limit decision,
            Limit supervisionReply) {}

    /**
     * @param leastHold how long the level must have held it
     * @param urgentMatters categories that need no effort first: violence, danger to life, wage arrears
     * @param neverLeave categories that may not leave at all (六不出村)
     */
    public record CeilingPolicy(Limit leastHold, Set<String> urgentMatters, Set<String> neverLeave) {}
}
