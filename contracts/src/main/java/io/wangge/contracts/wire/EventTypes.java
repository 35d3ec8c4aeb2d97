package io.wangge.contracts.wire;

import io.wangge.contracts.audit.AuditEvent;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.directory.DirectoryEvent;
import io.wangge.contracts.report.ReportEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CloudEvents type name ↔ record. A type's meaning never changes; fields are only ever added within a version. */
public final class EventTypes {
    private static final Map<String, Class<?>> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, String> BY_CLASS = new HashMap<>();

    static {
        type("report.received", ReportEvent.Received.class);

        type("case.opened", CaseEvent.Opened.class);
        type("case.dispatch-awaited", CaseEvent.DispatchAwaited.class);
        type("case.dispatched", CaseEvent.Dispatched.class);
        type("case.accepted", CaseEvent.Accepted.class);
        type("case.returned", CaseEvent.Returned.class);
        type("case.escalated", CaseEvent.Escalated.class);
        type("case.handed-down", CaseEvent.HandedDown.class);
        type("case.completed", CaseEvent.Completed.class);
        type("case.settled-on-spot", CaseEvent.SettledOnSpot.class);
        type("case.callback-requested", CaseEvent.CallbackRequested.class);
        type("case.reworked", CaseEvent.Reworked.class);
        type("case.decision-requested", CaseEvent.DecisionRequested.class);
        type("case.decided", CaseEvent.Decided.class);
        type("case.closed", CaseEvent.Closed.class);
        type("case.commented", CaseEvent.Commented.class);
        type("case.callback-outcome-rejected", CaseEvent.CallbackOutcomeRejected.class);

        type("callback.round-opened", CallbackEvent.RoundOpened.class);
        type("callback.attempt-failed", CallbackEvent.AttemptFailed.class);
        type("callback.round-answered", CallbackEvent.RoundAnswered.class);
        type("callback.round-abandoned", CallbackEvent.RoundAbandoned.class);

        type("directory.ladder", DirectoryEvent.LadderItem.class);
        type("directory.unit", DirectoryEvent.UnitItem.class);
        type("directory.grid", DirectoryEvent.GridItem.class);
        type("directory.staff", DirectoryEvent.StaffItem.class);
        type("directory.category", DirectoryEvent.CategoryItem.class);
        type("directory.activated", DirectoryEvent.Activated.class);

        type("audit.signed-in", AuditEvent.SignedIn.class);
        type("audit.sign-in-refused", AuditEvent.SignInRefused.class);
        type("audit.signed-out", AuditEvent.SignedOut.class);
    }

    private EventTypes() {}

    private static void type(String name, Class<?> record) {
        String type = "io.wangge." + name + ".v1";
        BY_NAME.put(type, record);
        BY_CLASS.put(record, type);
    }

    /** Every type name, in the order of a case's life. */
    public static Map<String, Class<?>> all() {
        return Collections.unmodifiableMap(BY_NAME);
    }

    /** @throws IllegalArgumentException for a record that is no event */
    public static String nameOf(Class<?> record) {
        String name = BY_CLASS.get(record);
        if (name == null) {
            throw new IllegalArgumentException(record + " is not an event");
        }
        return name;
    }

    static @Nullable Class<?> recordOf(String typeName) {
        return BY_NAME.get(typeName);
    }
}
