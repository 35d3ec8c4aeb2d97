package io.wangge.ledger.desk;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.Nature;
import io.wangge.ledger.desk.CaseLedger.ReadableEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of an entry is not for everybody. Whose matter it is, is for those who route, ask, inspect or audit; whoever has to
 * settle it needs no ids of residents. Of a tip-off (举报) he does not learn who took it in either, as that may be the very
 * one who reported (domain.md, Report). The hashes stay: they prove the entry without its words.
 *
 * @param everything nothing is left out
 * @param tipOff whether the first receiver is left out too
 */
public record Discretion(boolean everything, boolean tipOff) {
    private static final List<Role> CONFIDANTS =
            List.of(Role.DISPATCHER, Role.CALLBACK_CLERK, Role.INSPECTOR, Role.AUDITOR);

    private static final Set<String> OF_RESIDENTS = Set.of("residentId", "residentIds", "recipientId");
    private static final String FIRST_RECEIVER = "firstReceiver";

    /** Whether residents' ids are shown to the caller. @param scopeUnits of the case */
    public static boolean isConfidant(Caller caller, List<String> scopeUnits) {
        return CONFIDANTS.stream().anyMatch(role -> caller.covers(role, scopeUnits));
    }

    /** @param entries all of the case */
    public static Discretion toward(Caller caller, List<String> scopeUnits, List<ReadableEntry> entries) {
        return new Discretion(
                isConfidant(caller, scopeUnits), entries.stream().anyMatch(entry -> isTipOff(entry.data())));
    }

    private static boolean isTipOff(Map<String, Object> data) {
        Object nature = data.get("what") instanceof Map<?, ?> what ? what.get("nature") : data.get("nature");
        return Nature.TIP_OFF.name().equals(nature);
    }

    /** @param data as {@link ReadableData} gives it */
    public Map<String, Object> shown(Map<String, Object> data) {
        return everything ? data : without(data);
    }

    private Map<String, Object> without(Map<?, ?> data) {
        boolean resident = "RESIDENT".equals(data.get("kind"));
        Map<String, Object> shown = new LinkedHashMap<>();
        data.forEach((key, value) -> {
            String name = (String) key;
            boolean hidden = OF_RESIDENTS.contains(name)
                    || (resident && name.equals("id"))
                    || (tipOff && name.equals(FIRST_RECEIVER));
            if (!hidden) {
                shown.put(name, value instanceof Map<?, ?> inner ? without(inner) : value);
            }
        });
        return shown;
    }
}
