package io.wangge.dispatch.startup;

import io.wangge.dispatch.casefile.CasePolicy;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.clock.LimitUnit;
import io.wangge.kit.settings.StartRefused;
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
 * @param onSpotCallbackPercent how many of a hundred matters settled on the spot are called back
 */
@ConfigurationProperties("grid.cases")
record CaseSettings(
        @DefaultValue("STREET") String numberLevel,
        @DefaultValue("1 EMERGENCY_HOUR") String dispatchEmergency,
        @DefaultValue("24 EMERGENCY_HOUR") String dispatchOther,
        @DefaultValue("3 WORKDAY") String decision,
        @DefaultValue("1 NATURAL_DAY") String callback,
        @DefaultValue("10") int onSpotCallbackPercent) {

    CaseSettings {
        StartRefused.unless(
                onSpotCallbackPercent >= 0 && onSpotCallbackPercent <= 100,
                "grid.cases.on-spot-callback-percent",
                onSpotCallbackPercent,
                "it must lie between 0 and 100");
    }

    CasePolicy policy() {
        return new CasePolicy(
                limit("dispatch-emergency", dispatchEmergency),
                limit("dispatch-other", dispatchOther),
                limit("decision", decision),
                limit("callback", callback),
                onSpotCallbackPercent);
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
