package io.wangge.dispatch.mongo.casefile;

import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.Proceedings;
import io.wangge.dispatch.casefile.Proceedings.ExtensionRequest;
import io.wangge.dispatch.casefile.Proceedings.Suspension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * By which an open case stands on the lists of those who act beside the hold: who approves, sponsors, supervises, helps.
 * They share the index of the inbox, and only cases on which such a thing goes on have them, so hardly any key is written
 * for them.
 */
final class ProceedingsKeys {
    private static final Set<Role> HELPERS =
            Set.of(Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_CLERK, Role.HANDLER);
    private static final Set<Role> OVERSEERS = Set.of(Role.LEADER, Role.INSPECTOR, Role.DISPATCHER);

    /** The leader has the word. */
    static final String APPROVAL = "A:";
    /** The dispatcher has the first word on an extension. */
    static final String ENDORSEMENT = "E:";

    static final String SPONSOR = "S:";
    static final String SUPERVISED = "V:";
    static final String TASK = "T:";

    private ProceedingsKeys() {}

    static List<String> of(Case value, List<String> placeAndHolder) {
        Proceedings now = value.proceedings();
        List<String> keys = new ArrayList<>();
        if (waitsForTheLeader(now)) {
            add(keys, APPROVAL, placeAndHolder);
        }
        ExtensionRequest extension = now.extensions().asked();
        if (extension != null && !extension.endorsed()) {
            add(keys, ENDORSEMENT, placeAndHolder);
        }
        Proceedings.Sponsor sponsor = now.sponsor();
        if (sponsor != null) {
            keys.add(SPONSOR + sponsor.staffId());
        }
        if (now.supervision().level() != SupervisionLevel.NONE) {
            add(keys, SUPERVISED, placeAndHolder);
        }
        now.tasks().stream().filter(task -> !task.ended()).forEach(task -> add(keys, TASK, task.unitPath()));
        return keys.stream().distinct().toList();
    }

    private static boolean waitsForTheLeader(Proceedings now) {
        ExtensionRequest extension = now.extensions().asked();
        Suspension suspension = now.suspension();
        return now.effort().asked() != null
                || (extension != null && extension.endorsed())
                || (suspension != null && suspension.status() == Suspension.Status.ASKED);
    }

    static List<String> approvalsOf(Caller caller) {
        return Stream.concat(
                        caller.unitsOf(Role.LEADER).stream().map(APPROVAL::concat),
                        caller.unitsOf(Role.DISPATCHER).stream().map(ENDORSEMENT::concat))
                .toList();
    }

    static String sponsoredBy(Caller caller) {
        return SPONSOR + caller.staffId();
    }

    static List<String> supervisedBy(Caller caller) {
        return unitsOf(OVERSEERS, caller).map(SUPERVISED::concat).toList();
    }

    static List<String> helpedBy(Caller caller) {
        return unitsOf(HELPERS, caller).map(TASK::concat).toList();
    }

    private static Stream<String> unitsOf(Set<Role> roles, Caller caller) {
        return roles.stream().flatMap(role -> caller.unitsOf(role).stream()).distinct();
    }

    private static void add(List<String> keys, String kind, Collection<String> units) {
        units.forEach(unit -> keys.add(kind + unit));
    }
}
