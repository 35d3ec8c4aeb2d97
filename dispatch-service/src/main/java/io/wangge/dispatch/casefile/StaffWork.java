package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Work.events;
import static io.wangge.dispatch.casefile.Work.no;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.casefile.Work.Result;
import java.time.Instant;
import java.util.Map;

/** What follows from a command of staff that may be given. */
final class StaffWork {
    private StaffWork() {}

    static Result follow(Work work, StaffCommand command) {
        return switch (command) {
            case StaffCommand.Confirm confirm -> FieldWork.confirm(work, confirm);
            case StaffCommand.Accept accept ->
                events(new CaseEvent.Accepted(work.hold().unitId()));
            case StaffCommand.Return back -> sendBack(work, back);
            case StaffCommand.RecordMeasure record ->
                events(new CaseEvent.MeasureRecorded(record.kind(), work.hold().unitId(), record.text()));
            case StaffCommand.Escalate up -> UpwardWork.escalate(work, up);
            case StaffCommand.DecideEscalation decision -> UpwardWork.decide(work, decision);
            case StaffCommand.SkipLevel skip -> UpwardWork.skip(work, skip);
            case StaffCommand.HandDown down -> handDown(work, down);
            case StaffCommand.AnswerCriticism answer -> Criticisms.answer(work, answer);
            case StaffCommand.Complete complete -> complete(work, complete);
            case StaffCommand.Check check -> FieldWork.check(work, check);
            case StaffCommand.Dispatch dispatch -> DispatchWork.dispatch(work, dispatch);
            case StaffCommand.AskExtension ask -> TimeWork.askExtension(work, ask);
            case StaffCommand.DecideExtension decision -> TimeWork.decideExtension(work, decision);
            case StaffCommand.AskSuspension ask -> TimeWork.askSuspension(work, ask);
            case StaffCommand.DecideSuspension decision -> TimeWork.decideSuspension(work, decision);
            case StaffCommand.Resume resume -> events(TimeWork.resumed(work.theCase(), "person", work.facts()));
            case StaffCommand.NameHelper name -> JointWork.nameHelper(work, name);
            case StaffCommand.EndTask end -> JointWork.endTask(work, end);
            case StaffCommand.Supervise supervise -> Oversight.supervise(work, supervise);
            case StaffCommand.ReplyToSupervision reply -> Oversight.reply(work, reply);
            case StaffCommand.NameSponsor name -> Oversight.nameSponsor(work, name);
            case StaffCommand.RecordConference record ->
                events(new CaseEvent.ConferenceHeld(record.parties(), record.conclusion(), record.tasks()));
            case StaffCommand.Decide decide -> decide(work, decide);
            case StaffCommand.Cancel cancel -> events(new CaseEvent.Cancelled(cancel.reason()));
            case StaffCommand.ReferOutside refer -> events(new CaseEvent.ReferredOutside(refer.body(), refer.reason()));
            case StaffCommand.Reopen reopen -> Oversight.reopen(work, reopen);
            case StaffCommand.Merge merge -> events(new CaseEvent.MergedInto(merge.caseId(), merge.reason()));
            case StaffCommand.UndoMerge undo -> Merging.undo(work, undo);
            case StaffCommand.DismissDuplicate dismiss -> Merging.dismiss(work, dismiss);
            case StaffCommand.TakeToHardCaseDesk take -> HardCases.take(work, take);
            case StaffCommand.Comment comment ->
                events(new CaseEvent.Commented(
                        comment.text(), comment.attachmentIds().isEmpty() ? null : comment.attachmentIds()));
        };
    }

    /** A return goes to the command centre nearest above the holder; it alone does not end the hold. */
    private static Result sendBack(Work work, StaffCommand.Return back) {
        Hold hold = work.hold();
        RouteReason reason = new RouteReason("returned", null, 0);
        return events(
                new CaseEvent.Returned(hold.unitId(), back.reason()),
                Waiting.forDispatch(work.theCase().urgency(), hold.unitPath(), reason, work.facts()));
    }

    private static Result handDown(Work work, StaffCommand.HandDown down) {
        Hold hold = work.hold();
        return work.withUnit(
                down.unitId(),
                unit -> isBelow(unit, hold, work.facts().directory())
                        ? work.withCategory(category -> events(new CaseEvent.HandedDown(
                                hold.unitId(), hold.level(), work.newHold(unit, category), down.reason())))
                        : no("unit-not-below", Map.of("unitId", down.unitId(), "holder", hold.unitId())));
    }

    /** Below means inside the holder's ground (a department's ground is that of its territorial unit) and lower. */
    private static boolean isBelow(UnitItem unit, Hold hold, Directory directory) {
        boolean department = directory
                .unit(hold.unitId())
                .map(holder -> !holder.territorial())
                .orElse(false);
        int groundAt = hold.unitPath().size() - (department ? 2 : 1);
        return groundAt >= 0
                && unit.path().contains(hold.unitPath().get(groundAt))
                && directory.ladder().isBelow(unit.level(), hold.level());
    }

    /** Where the category asks for it the field is looked at first; then the residents are asked. */
    private static Result complete(Work work, StaffCommand.Complete complete) {
        Case theCase = work.theCase();
        Hold hold = work.hold();
        Instant dueAt =
                theCase.due() == null ? hold.handlingDueAt() : theCase.due().at();
        boolean onTime = !work.at().isAfter(dueAt);
        boolean checked = theCase.isCriticism()
                || Guards.categoryOf(theCase, work.facts())
                        .map(category -> category.fieldCheck())
                        .orElse(false);
        return events(
                new CaseEvent.Completed(hold.unitId(), complete.text(), complete.attachmentIds(), onTime),
                checked
                        ? Waiting.forCheck(theCase, hold.unitId(), work.caller().staffId(), work.facts())
                        : Waiting.forCallbackOrClosed(
                                theCase, hold.unitId(), onTime, CloseReason.UNCONFIRMED, work.facts()));
    }

    private static Result decide(Work work, StaffCommand.Decide decide) {
        Case theCase = work.theCase();
        if (theCase.isCriticism() && decide.decision() == CaseEvent.Decision.CLOSE) {
            return no("criticism-not-closed", Map.of());
        }
        return events(
                new CaseEvent.Decided(decide.decision(), decide.reason()),
                switch (decide.decision()) {
                    case REWORK -> Rework.of(theCase, null, "decided", work.facts());
                    case CLOSE -> new CaseEvent.Closed(CloseReason.DECIDED, null, theCase.onTime());
                });
    }
}
