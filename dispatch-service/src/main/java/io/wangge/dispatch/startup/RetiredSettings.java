package io.wangge.dispatch.startup;

import io.wangge.kit.settings.StartRefused;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Settings of earlier versions that are reference data now. Passed over in silence, a district would go by other rules than
 * it wrote down; so a service that is given one does not start.
 */
final class RetiredSettings {
    private static final String CASES = "grid.cases.";

    /** Old name → where it stands now. */
    private static final Map<String, String> NOW = new LinkedHashMap<>();

    static {
        NOW.put("dispatch-emergency", "limits.dispatchEmergency of the table case-policy");
        NOW.put("dispatch-other", "limits.dispatchOther of the table case-policy");
        NOW.put("decision", "limits.decision of the table case-policy");
        NOW.put("callback", "limits.callback of the table case-policy");
        NOW.put("confirmation", "limits.confirmation of the table case-policy");
        NOW.put("check", "limits.check of the table case-policy");
        NOW.put("supervision-reply", "limits.supervisionReply of the table case-policy");
        NOW.put("on-spot-callback-percent", "onSpotCallbackPercent of the table case-policy");
        NOW.put("least-hold-at-ceiling", "leastHoldAtCeiling of the table case-policy");
        NOW.put("urgent-matters", "the column effort_waived of the table of categories");
        NOW.put("never-leave", "the column may_not_leave of the table of categories");
        NOW.put("suspension-causes", "suspensionCauses of the table case-policy");
        NOW.put("reopen-days", "reopenDays of the table case-policy");
    }

    private RetiredSettings() {}

    /** @throws StartRefused naming the first that is set and where it is to be set now */
    static void refuse(Environment environment) {
        Binder binder = Binder.get(environment);
        NOW.forEach((name, now) -> {
            if (binder.bind(CASES + name, Bindable.listOf(String.class)).isBound()) {
                throw new StartRefused(
                        "The setting %s%s is reference data now and would be passed over.".formatted(CASES, name),
                        "Take it out (environment: %s) and set %s on the page of reference data or by import."
                                .formatted(
                                        (CASES + name)
                                                .replace('.', '_')
                                                .replace("-", "")
                                                .toUpperCase(java.util.Locale.ROOT),
                                        now));
            }
        });
    }
}
