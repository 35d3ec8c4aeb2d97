package io.wangge.dispatch.casefile;

import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * @param revisit 回头看: which closed cases are asked about again; null for none
 * @param criticism 有奖批评: its own limits; null for the usual ones of systems.md S6
 * @param comebacksForHardCaseDesk 一号窗口: how often a case must have come back to be one for the desk; null for twice
 */
public record CasePolicy(
        Waits limits,
        LimitItem leastHoldAtCeiling,
        int onSpotCallbackPercent,
        int mostExtensions,
        int longestSuspensionDays,
        List<SuspensionCause> suspensionCauses,
        int returnsThatSupervise,
        int reopenDays,
        @Nullable Revisit revisit,
        @Nullable CriticismLimits criticism,
        @Nullable Integer comebacksForHardCaseDesk) {
    private static final int TWICE = 2;

    public CasePolicy {
        suspensionCauses = List.copyOf(suspensionCauses);
    }

    /** Without revisits; criticisms and the hard-case desk as usual. */
    public CasePolicy(
            Waits limits,
            LimitItem leastHoldAtCeiling,
            int onSpotCallbackPercent,
            int mostExtensions,
            int longestSuspensionDays,
            List<SuspensionCause> suspensionCauses,
            int returnsThatSupervise,
            int reopenDays) {
        this(
                limits,
                leastHoldAtCeiling,
                onSpotCallbackPercent,
                mostExtensions,
                longestSuspensionDays,
                suspensionCauses,
                returnsThatSupervise,
                reopenDays,
                null,
                null,
                null);
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

    /**
     * 回头看 after closing (domain.md, Callback and closing: after a month a sample is revisited).
     *
     * @param after closing
     * @param percent how many of a hundred closed cases
     * @param alwaysFrom a case that was closed with this grade or a worse one is always revisited; null for none
     */
    public record Revisit(
            LimitItem after, int percent, @Nullable Grade alwaysFrom) {}

    /**
     * 有奖批评.
     *
     * @param reply 15 日内答复
     * @param revisitAfter the inspection that found it in order; a month
     */
    public record CriticismLimits(LimitItem reply, LimitItem revisitAfter) {
        static final CriticismLimits USUAL =
                new CriticismLimits(new LimitItem(15, "NATURAL_DAY"), new LimitItem(30, "NATURAL_DAY"));
    }

    CriticismLimits criticismLimits() {
        return Objects.requireNonNullElse(criticism, CriticismLimits.USUAL);
    }

    int comebacks() {
        return Objects.requireNonNullElse(comebacksForHardCaseDesk, TWICE);
    }

    /** @param code stable, as commands and events write it */
    public record SuspensionCause(String code, String nameZh, String nameEn) {}

    Optional<SuspensionCause> cause(String code) {
        return suspensionCauses.stream()
                .filter(cause -> cause.code().equals(code))
                .findFirst();
    }
}
