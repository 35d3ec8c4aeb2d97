package io.wangge.dispatch.casefile;

import io.wangge.contracts.Erasable;
import io.wangge.contracts.casefile.CaseEvent.Decision;
import io.wangge.contracts.casefile.CaseEvent.Measure;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member of staff may want of a case. */
public sealed interface StaffCommand {
    Action action();

    /** 受理. */
    record Accept() implements StaffCommand {
        @Override
        public Action action() {
            return Action.ACCEPT;
        }
    }

    /** 回退: sent back to the dispatcher. */
    record Return(String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.RETURN;
        }
    }

    /** 提级上报: one level up. @param tried what was done at this level so far */
    record Escalate(String reason, Erasable tried) implements StaffCommand {
        @Override
        public Action action() {
            return Action.ESCALATE;
        }
    }

    /** 下派: to a unit below the holder. */
    record HandDown(String unitId, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.HAND_DOWN;
        }
    }

    /** 有奖批评答复. @param text shown to the critic */
    record AnswerCriticism(Erasable text) implements StaffCommand {
        @Override
        public Action action() {
            return Action.ANSWER_CRITICISM;
        }
    }

    /** 处置完成. */
    record Complete(Erasable text, List<String> attachmentIds) implements StaffCommand {
        @Override
        public Action action() {
            return Action.COMPLETE;
        }
    }

    /**
     * 派遣 by a person.
     *
     * @param category null to keep the one that the case has
     * @param returnJustified the dispatcher's word on the return that came before; null when there was none
     */
    record Dispatch(
            String unitId,
            @Nullable String category,
            @Nullable Boolean returnJustified) implements StaffCommand {
        @Override
        public Action action() {
            return Action.DISPATCH;
        }
    }

    /** 裁定. */
    record Decide(Decision decision, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.DECIDE;
        }
    }

    record Comment(Erasable text, List<String> attachmentIds) implements StaffCommand {
        @Override
        public Action action() {
            return Action.COMMENT;
        }
    }

    /** 核实. @param reason why it is not filed; null when it is */
    record Confirm(boolean filed, @Nullable String reason, Erasable text, List<String> attachmentIds)
            implements StaffCommand {
        @Override
        public Action action() {
            return Action.CONFIRM;
        }
    }

    /** 核查. */
    record Check(boolean passed, Erasable text, List<String> attachmentIds) implements StaffCommand {
        @Override
        public Action action() {
            return Action.CHECK;
        }
    }

    /** 处置过程, 一线调解. */
    record RecordMeasure(Measure kind, Erasable text) implements StaffCommand {
        @Override
        public Action action() {
            return Action.RECORD_MEASURE;
        }
    }

    /** The leader's word on leaving the ceiling. */
    record DecideEscalation(boolean approve, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.DECIDE_ESCALATION;
        }
    }

    /** 越级: to a level further up, a leader's act. */
    record SkipLevel(String level, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.SKIP_LEVEL;
        }
    }

    /** 延期申请. @param amount in the unit of the handling limit */
    record AskExtension(int amount, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.ASK_EXTENSION;
        }
    }

    /** First the dispatcher's word, then the leader's. */
    record DecideExtension(boolean approve, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.DECIDE_EXTENSION;
        }
    }

    /** 挂账申请. @param cause of the district's list @param safety interim measures */
    record AskSuspension(String cause, Erasable safety, Instant until) implements StaffCommand {
        @Override
        public Action action() {
            return Action.ASK_SUSPENSION;
        }
    }

    record DecideSuspension(boolean approve, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.DECIDE_SUSPENSION;
        }
    }

    /** 恢复办理, before the time. */
    record Resume() implements StaffCommand {
        @Override
        public Action action() {
            return Action.RESUME;
        }
    }

    /** 督办. */
    record Supervise(SupervisionLevel level, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.SUPERVISE;
        }
    }

    /** 督办回复. */
    record ReplyToSupervision(Erasable text) implements StaffCommand {
        @Override
        public Action action() {
            return Action.REPLY;
        }
    }

    /** 会办: asks a unit to help. @param hours that the task may take, day and night; null until the hold is due */
    record NameHelper(String unitId, String what, @Nullable Integer hours) implements StaffCommand {
        @Override
        public Action action() {
            return Action.NAME_HELPER;
        }
    }

    record EndTask(int task, Erasable text) implements StaffCommand {
        @Override
        public Action action() {
            return Action.END_TASK;
        }
    }

    /** 包案. */
    record NameSponsor(String staffId, Instant deadline) implements StaffCommand {
        @Override
        public Action action() {
            return Action.NAME_SPONSOR;
        }
    }

    /** 会商, 联席会. */
    record RecordConference(List<String> parties, Erasable conclusion, List<String> tasks) implements StaffCommand {
        @Override
        public Action action() {
            return Action.RECORD_CONFERENCE;
        }
    }

    /** 作废. */
    record Cancel(String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.CANCEL;
        }
    }

    /** 转外部. */
    record ReferOutside(String body, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.REFER_OUTSIDE;
        }
    }

    /** A new round of a case that is over. */
    record Reopen(String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.REOPEN;
        }
    }

    /** 并案: another case carries this one from now on. */
    record Merge(String caseId, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.MERGE;
        }
    }

    /** 疑似重复不成立. @param caseId of the other one */
    record DismissDuplicate(String caseId, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.DISMISS_DUPLICATE;
        }
    }

    /** 转一号窗口: the duty leader of the hard-case desk takes it from here. */
    record TakeToHardCaseDesk(String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.TAKE_TO_HARD_CASE_DESK;
        }
    }

    /** 撤销并案: the state and the clocks from before hold again. */
    record UndoMerge(String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.UNDO_MERGE;
        }
    }
}
