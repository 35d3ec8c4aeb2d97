package io.wangge.dispatch.startup;

import io.wangge.dispatch.casefile.CasePolicy;
import io.wangge.dispatch.casefile.CasePolicy.CeilingPolicy;
import io.wangge.dispatch.casefile.CasePolicy.Waits;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.clock.LimitUnit;
import io.wangge.dispatch.escalation.EscalationPolicy;
import io.wangge.kit.settings.StartRefused;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a district may set about its cases ({@code grid.cases.*}). Limits are written as {@code 24 EMERGENCY_HOUR}.
 *
 * @param numberLevel code of the level of the ladder whose unit's code a case's number begins with
 * @param dispatchEmergency how long an emergency may wait for the dispatcher (DB11/T: 1 h)
 * @param dispatchOther how long anything else may (DB11/T: 24 h)
 * @param decision how long the inspector may take
 * @param callback how long after completion the resident is asked
 * @param confirmation how long the look in the field before filing may take
 * @param check how long the look in the field after completion may take
 * @param supervisionReply how long the reply to a supervision may take
 * @param onSpotCallbackPercent how many of a hundred matters settled on the spot are called back
 * @param leastHoldAtCeiling how long a level must have held a matter before it may leave its ceiling
 * @param urgentMatters categories that need no effort first to leave it: violence, danger to life, wage arrears
 * @param neverLeave categories that may not leave their ceiling at all (六不出村)
 * @param suspensionCauses codes of the reasons for which a case may be suspended
 * @param reopenDays how long after closing a case may be reopened
 */
@ConfigurationProperties("grid.cases")
record CaseSettings(
        @DefaultValue("STREET") String numberLevel,
        @DefaultValue("1 EMERGENCY_HOUR") String dispatchEmergency,
        @DefaultValue("24 EMERGENCY_HOUR") String dispatchOther,
        @DefaultValue("3 WORKDAY") String decision,
        @DefaultValue("1 NATURAL_DAY") String callback,
        @DefaultValue("2 EMERGENCY_HOUR") String confirmation,
        @DefaultValue("1 WORKDAY") String check,
        @DefaultValue("2 WORKDAY") String supervisionReply,
        @DefaultValue("10") int onSpotCallbackPercent,
        @DefaultValue("4 WORK_HOUR") String leastHoldAtCeiling,
        @DefaultValue({"0904", "0907"}) Set<String> urgentMatters,

        @DefaultValue({"1501", "1502", "1503", "1504", "1505", "1506"})
        Set<String> neverLeave,

        @DefaultValue({"weather", "materials", "legal", "season", "coordination"})
        Set<String> suspensionCauses,

        @DefaultValue("30") int reopenDays) {

    CaseSettings {
        StartRefused.unless(
                onSpotCallbackPercent >= 0 && onSpotCallbackPercent <= 100,
                "grid.cases.on-spot-callback-percent",
                onSpotCallbackPercent,
                "it must lie between 0 and 100");
    }

    CasePolicy policy() {
        return new CasePolicy(
                new Waits(
                        limit("confirmation", confirmation),
                        limit("dispatch-emergency", dispatchEmergency),
                        limit("dispatch-other", dispatchOther),
                        limit("check", check),
                        limit("callback", callback),
                        limit("decision", decision),
                        limit("supervision-reply", supervisionReply)),
                onSpotCallbackPercent,
                new CeilingPolicy(limit("least-hold-at-ceiling", leastHoldAtCeiling), urgentMatters, neverLeave),
                suspensionCauses,
                reopenDays,
                EscalationPolicy.USUAL);
    }

    private static Limit limit(String name, String text) {
        String[] words = text.strip().split(" +", -1);
        try {
            return new Limit(Integer.parseInt(words[0]), LimitUnit.valueOf(words[words.length - 1]));
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "The setting grid.cases.%s is '%s': it must be an amount and a unit, such as 3 WORKDAY."
                            .formatted(name, text),
                    "Use one of EMERGENCY_MINUTE, EMERGENCY_HOUR, WORK_HOUR, WORKDAY, NATURAL_DAY and start again.");
        }
    }
}
