package io.wangge.dispatch.casefile;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.Decision.Rejected;
import io.wangge.dispatch.casefile.Proceedings.Joined;
import io.wangge.dispatch.casefile.Work.Result;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** 并案 from the side of the case that carries the other: every reporter hears the outcome. */
final class Merging {
    private static final int MOST_JOINED = 50;

    private Merging() {}

    static Decision join(Case theCase, CaseCommand.Join join, Facts facts) {
        Map<String, Object> which = Map.of("caseId", theCase.id());
        if (!Visibility.sees(theCase, join.caller())) {
            return no("no-such-case", which);
        }
        if (theCase.id().equals(join.caseId())) {
            return no("merge-with-itself", which);
        }
        if (theCase.state().isOver()) {
            return no("target-over", which);
        }
        if (theCase.proceedings().joined().size() >= MOST_JOINED) {
            return no("too-many-joined", Map.of("most", MOST_JOINED));
        }
        return accepted(join.caller().staffId(), facts, MergedOrder.joined(theCase, join, facts.now()));
    }

    static Decision part(Case theCase, CaseCommand.Part part, Facts facts) {
        Optional<Joined> joined = theCase.proceedings().joined().stream()
                .filter(one -> one.caseId().equals(part.caseId()))
                .findFirst();
        return joined.<Decision>map(one -> accepted(part.caller().staffId(), facts, MergedOrder.parted(theCase, one)))
                .orElseGet(() -> no("not-joined", Map.of("caseId", part.caseId())));
    }

    /** A bounded list: what is found to be another matter again and again is none that needs proposing. */
    private static final int MOST_DISMISSED = 100;

    static Result dismiss(Work work, StaffCommand.DismissDuplicate dismiss) {
        if (work.proceedings().notDuplicates().contains(dismiss.caseId())) {
            return Work.no("dismissed-already", Map.of("caseId", dismiss.caseId()));
        }
        if (work.theCase().id().equals(dismiss.caseId())) {
            return Work.no("merge-with-itself", Map.of("caseId", dismiss.caseId()));
        }
        if (work.proceedings().notDuplicates().size() >= MOST_DISMISSED) {
            return Work.no("too-many-dismissed", Map.of("most", MOST_DISMISSED));
        }
        return Work.events(new CaseEvent.DuplicateDismissed(dismiss.caseId(), dismiss.reason()));
    }

    static Result undo(Work work, StaffCommand.UndoMerge undo) {
        String caseId = Objects.requireNonNull(work.proceedings().merge()).caseId();
        return Work.events(new CaseEvent.MergeUndone(caseId, undo.reason()));
    }

    private static Decision accepted(String staffId, Facts facts, CaseEvent event) {
        return new Accepted(Actor.staff(staffId, null), facts.now(), List.of(event));
    }

    private static Decision no(String code, Map<String, Object> facts) {
        return new Rejected(new Refused(code, facts));
    }
}
