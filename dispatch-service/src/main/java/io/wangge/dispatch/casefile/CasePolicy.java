package io.wangge.dispatch.casefile;

import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import java.util.List;
import java.util.Optional;

/**
 * What a district sets about all its cases, as reference data; {@link CasePolicyCheck} says what must hold in it.
 *
 * @param limits of those that wait for somebody
 * @param leastHoldAtCeiling how long a level must have held a matter before it may leave its ceiling
 * @param onSpotCallbackPercent how many of a hundred matters settled on the spot are called back
 * @param mostExtensions 延期: how often a case may be extended
 * @param longestSuspensionDays 挂账: how far ahead a suspension may end
 * @param suspensionCauses the reasons for which a case may be suspended
 * @param returnsThatSupervise which unjustified return of a case is a supervision
 * @param reopenDays how long after closing a case may be reopened
 */
public record CasePolicy(
        Waits limits,
        LimitItem leastHoldAtCeiling,
        int onSpotCallbackPercent,
        int mostExtensions,
        int longestSuspensionDays,
        List<SuspensionCause> suspensionCauses,
        int returnsThatSupervise,
        int reopenDays) {
    public CasePolicy {
        suspensionCauses = List.copyOf(suspensionCauses);
    }

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
            LimitItem confirmation,
            LimitItem dispatchEmergency,
            LimitItem dispatchOther,
            LimitItem check,
            LimitItem callback,
            LimitItem decision,
            LimitItem supervisionReply) {}

    /** @param code stable, as commands and events write it */
    public record SuspensionCause(String code, String nameZh, String nameEn) {}

    Optional<SuspensionCause> cause(String code) {
        return suspensionCauses.stream()
                .filter(cause -> cause.code().equals(code))
                .findFirst();
    }
}
