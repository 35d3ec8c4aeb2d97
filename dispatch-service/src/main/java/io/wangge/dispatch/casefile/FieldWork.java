package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Work.events;
import static io.wangge.dispatch.casefile.Work.no;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.dispatch.casefile.Work.Result;
import io.wangge.dispatch.routing.Matter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** 核实 before filing and 核查 after completion: looks in the field. */
final class FieldWork {
    private FieldWork() {}

    static Result confirm(Work work, StaffCommand.Confirm confirm) {
        if (!confirm.filed() && work.theCase().isCriticism()) {
            return no("criticism-must-be-filed", Map.of());
        }
        if (!confirm.filed()) {
            return events(new CaseEvent.NotFiled(Objects.requireNonNull(confirm.reason()), confirm.text()));
        }
        List<CaseEvent> events = new ArrayList<>();
        events.add(new CaseEvent.ReportConfirmed(confirm.text(), confirm.attachmentIds()));
        Case theCase = work.theCase();
        events.addAll(Filing.routed(Matter.of(theCase.opened()), SuperiorLimit.of(theCase), work.facts()));
        return new Result.Events(List.copyOf(events));
    }

    static Result check(Work work, StaffCommand.Check check) {
        CaseEvent checked = new CaseEvent.WorkChecked(check.passed(), check.text(), check.attachmentIds());
        Case theCase = work.theCase();
        if (check.passed() && theCase.isCriticism()) {
            return events(checked, Criticisms.revisitLater(work.facts()));
        }
        return check.passed()
                ? events(
                        checked,
                        Waiting.forCallbackOrClosed(
                                theCase, work.hold().unitId(), theCase.onTime(), CloseReason.CHECKED, work.facts()))
                : events(checked, Rework.of(theCase, null, "check-failed", work.facts()));
    }

    /**
     * Public reports only: what staff saw themselves, superior orders, enquiries and disputes are filed at once. So is an
     * emergency that an agent took on the telephone: he asked whatever a look would tell (systems.md S8, first-time dispatch).
     */
    static boolean isConfirmedFirst(Matter matter, String categoryKind) {
        if (matter.channel() == Channel.HOTLINE && matter.urgency() == Urgency.EMERGENCY) {
            return false;
        }
        boolean fromThePublic = switch (matter.channel()) {
            case HOTLINE, WECHAT, WEB, OPEN311, MEDIA, SENSOR -> true;
            case GRID_WORKER, VISIT, RECEPTION, PATROL, SUPERIOR_ORDER -> false;
        };
        return fromThePublic && matter.nature() != Nature.ENQUIRY && !categoryKind.equals("DISPUTE");
    }
}
