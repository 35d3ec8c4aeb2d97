package io.wangge.dispatch.casefile;

import io.wangge.contracts.Erasable;
import io.wangge.contracts.casefile.CaseEvent.Measure;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.SuperiorOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes on beside the hold, as far as a rule has to know it; the history is on the ledger.
 *
 * @param effort of the present hold
 * @param fired steps of the present hold's own clocks that have been taken: each is taken once
 * @param suspension once per case
 * @param doerId who completed the work that waits for its check; null otherwise
 * @param faults how often a resident's dissatisfaction was the unit's fault
 * @param tasks of helpers, ended ones too
 * @param merge present while another case carries this one
 * @param joined cases that this one carries
 * @param hardCase present while the hard-case desk has it
 * @param notDuplicates cases that a person has found to be other matters
 * @param criticism 有奖批评: present from its registration on, for ever
 * @param forHardCaseDesk whether it came back often enough for the desk, by the rules in force at its last event; null
 *     while it never came back, and for a case from before it was remembered
 */
public record Proceedings(
        Effort effort,
        List<Fired> fired,
        Extensions extensions,
        @Nullable Suspension suspension,
        @Nullable String doerId,
        Returns returns,
        Supervision supervision,
        int faults,
        List<HelperTask> tasks,
        @Nullable Sponsor sponsor,
        @Nullable Merge merge,
        List<Joined> joined,
        @Nullable HardCase hardCase,
        List<String> notDuplicates,
        @Nullable Criticism criticism,
        @Nullable Boolean forHardCaseDesk) {

    public Proceedings {
        // Cases that were stored before it was asked have no such list.
        notDuplicates = notDuplicates == null ? List.of() : List.copyOf(notDuplicates);
    }

    public static final Proceedings NONE = new Proceedings(
            Effort.NONE,
            List.of(),
            new Extensions(0, null),
            null,
            null,
            new Returns(null, false, 0),
            new Supervision(SupervisionLevel.NONE, List.of(), null),
            0,
            List.of(),
            null,
            null,
            List.of(),
            null,
            List.of(),
            null,
            null);

    /** 处置过程. @param asked leave to go beyond the ceiling, not yet answered */
    public record Effort(
            int measures, int mediations, @Nullable EscalationRequest asked) {
        static final Effort NONE = new Effort(0, 0, null);

        Effort with(Measure kind) {
            return switch (kind) {
                case HANDLING -> new Effort(measures + 1, mediations, asked);
                case MEDIATION -> new Effort(measures, mediations + 1, asked);
            };
        }

        Effort asking(@Nullable EscalationRequest request) {
            return new Effort(measures, mediations, request);
        }
    }

    /** @param clock as events write it */
    public record Fired(String clock, int percent) {}

    public record EscalationRequest(String reason, Erasable tried) {}

    /** 延期. */
    public record Extensions(int granted, @Nullable ExtensionRequest asked) {}

    /** @param endorsed whether the dispatcher has agreed, so that the leader's word is the last that lacks */
    public record ExtensionRequest(int number, int amount, String unit, boolean endorsed) {}

    /** 挂账. @param since when it began; null while it is only asked for */
    public record Suspension(
            Status status,
            String cause,
            Instant until,
            @Nullable Instant since) {
        public enum Status {
            ASKED,
            RUNNING,
            OVER
        }
    }

    /** 回退. @param at the last one @param toJudge until the dispatcher has said whether it was justified */
    public record Returns(@Nullable Instant at, boolean toJudge, int unjustified) {}

    /** 督办. @param unitPath down to the unit that owes a reply; empty when none is due */
    public record Supervision(
            SupervisionLevel level,
            List<String> unitPath,
            @Nullable Instant replyDueAt) {}

    /** 会办. */
    public record HelperTask(
            int number, String unitId, List<String> unitPath, String what, Instant dueAt, boolean ended) {
        HelperTask dueAt(Instant other) {
            return new HelperTask(number, unitId, unitPath, what, other, ended);
        }

        HelperTask end() {
            return new HelperTask(number, unitId, unitPath, what, dueAt, true);
        }
    }

    /** 包案. */
    public record Sponsor(String staffId, Instant deadline) {}

    /** @param stateBefore comes back when the merge is undone */
    public record Merge(String caseId, CaseState stateBefore) {}

    /**
     * @param residentIds who hear the outcome too
     * @param order of a superior that came with it; null for none
     * @param own what is due without that order, so that it comes back when they part; null without an order
     */
    public record Joined(
            String caseId,
            List<String> residentIds,
            @Nullable SuperiorOrder order,
            @Nullable OwnTimes own) {}

    /**
     * @param joinedAt when the order came
     * @param dueAt of the case; null before its first dispatch
     * @param hold with its due times; null when there was none to shorten
     */
    public record OwnTimes(
            Instant joinedAt,
            @Nullable Instant dueAt,
            boolean provisional,
            @Nullable Hold hold) {}

    /** 一号窗口. @param leaderId on duty when it came @param unitPath down to the desk's unit @param cause as the event has it */
    public record HardCase(String leaderId, List<String> unitPath, String cause, Instant since) {}

    /** @param repliedAt when the unit first answered the critic; null until then */
    public record Criticism(Instant replyDueAt, @Nullable Instant repliedAt) {}

    boolean hasOpenTask() {
        return tasks.stream().anyMatch(task -> !task.ended());
    }
}
