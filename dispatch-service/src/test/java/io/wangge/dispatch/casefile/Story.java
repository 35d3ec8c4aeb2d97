package io.wangge.dispatch.casefile;

import io.wangge.contracts.Erasable;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.Decision.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to one case, told step by step on a clock that only moves when told to. */
final class Story {
    private final List<CaseEvent> events = new ArrayList<>();
    private Case theCase;
    private Instant now = SmallDistrict.MORNING;
    private @Nullable String refusal;

    private Story(Received report) {
        Accepted accepted = new CaseOpening(report, SmallDistrict.facts(now)).open("N-1");
        theCase = Case.open(report.reportId(), (Opened) accepted.events().getFirst(), accepted.at());
        events.add(accepted.events().getFirst());
        accepted.events().stream().skip(1).forEach(this::apply);
    }

    static Story of(String category, String grid) {
        return new Story(SmallDistrict.report(category, grid));
    }

    static Story of(Received report) {
        return new Story(report);
    }

    Story after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Story at(String localTime) {
        now = SmallDistrict.at(localTime);
        return this;
    }

    Story by(Caller caller, StaffCommand command) {
        return decide(new CaseCommand.ByStaff(caller, command));
    }

    Story answered(String roundId, boolean settled, Grade grade, @Nullable Boolean unitAtFault) {
        return decide(new CaseCommand.CallbackAnswered(roundId, true, settled, grade, unitAtFault));
    }

    Story unreachable(String roundId) {
        return decide(new CaseCommand.CallbackAnswered(roundId, false, null, null, null));
    }

    Story decide(CaseCommand command) {
        switch (CaseDecider.decide(theCase, command, SmallDistrict.facts(now))) {
            case Accepted accepted -> {
                refusal = null;
                accepted.events().forEach(this::apply);
            }
            case Rejected rejected -> refusal = rejected.refused().code();
        }
        return this;
    }

    private void apply(CaseEvent event) {
        theCase = theCase.apply(
                event, now.isBefore(theCase.lastEventAt()) ? theCase.lastEventAt() : now, SmallDistrict.facts(now));
        events.add(event);
    }

    Case theCase() {
        return theCase;
    }

    List<CaseEvent> events() {
        return events;
    }

    CaseEvent last() {
        return events.getLast();
    }

    /** Code of the last refusal; null when the last command was accepted. */
    @Nullable
    String refusal() {
        return refusal;
    }

    static Erasable text(String value) {
        return new Erasable(value, "salt");
    }
}
