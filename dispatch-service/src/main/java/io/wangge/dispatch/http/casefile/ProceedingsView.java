package io.wangge.dispatch.http.casefile;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.Proceedings;
import io.wangge.dispatch.casefile.Proceedings.HelperTask;
import io.wangge.dispatch.casefile.Proceedings.Joined;
import io.wangge.dispatch.casefile.Proceedings.Suspension;
import io.wangge.dispatch.http.casefile.CaseView.UnitView;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What goes on beside the hold; what is absent has not happened.
 *
 * @param measures handling actions that the present hold recorded
 * @param mediations of a dispute, by the present hold
 * @param escalation leave that is asked for to go beyond the ceiling
 * @param returnToJudge whether the dispatcher has yet to say if the last return was justified
 * @param tasks of helpers, ended ones too
 * @param mergedInto the case that carries this one
 * @param joined cases that this one carries
 * @param criticism absent for what is no rewarded criticism (有奖批评)
 */
record ProceedingsView(
        int measures,
        int mediations,
        @Nullable EscalationView escalation,
        ExtensionsView extensions,
        @Nullable SuspensionView suspension,
        boolean returnToJudge,
        int unjustifiedReturns,
        SupervisionView supervision,
        List<TaskView> tasks,
        @Nullable SponsorView sponsor,
        @Nullable String mergedInto,
        List<String> joined,
        @Nullable CriticismView criticism) {

    /** @param repliedAt absent until the critic was first answered */
    record CriticismView(Instant replyDueAt, @Nullable Instant repliedAt) {}

    record EscalationView(String reason, String tried) {}

    /** @param asked the extension that waits for an answer */
    record ExtensionsView(int granted, @Nullable AskedView asked) {}

    /** @param endorsed whether the dispatcher has agreed, so that the leader's word is the last that lacks */
    record AskedView(int amount, String unit, boolean endorsed) {}

    /** @param since absent while it is only asked for */
    record SuspensionView(
            String status,
            String cause,
            Instant until,
            @Nullable Instant since) {}

    /** @param owedBy the unit that owes a reply */
    record SupervisionView(
            String level,
            @Nullable UnitView owedBy,
            @Nullable Instant replyDueAt) {}

    /** @param number by which {@code end-task} names it */
    record TaskView(int number, @Nullable UnitView unit, String what, Instant dueAt, boolean ended) {}

    record SponsorView(String staffId, @Nullable String name, Instant deadline) {}

    /** @param unit names a unit by its path; null where there is none */
    static ProceedingsView of(Case theCase, Directory directory, Function<List<String>, @Nullable UnitView> unit) {
        Proceedings now = theCase.proceedings();
        return new ProceedingsView(
                now.effort().measures(),
                now.effort().mediations(),
                escalation(now.effort().asked()),
                new ExtensionsView(
                        now.extensions().granted(), asked(now.extensions().asked())),
                suspension(now.suspension()),
                now.returns().toJudge(),
                now.returns().unjustified(),
                new SupervisionView(
                        now.supervision().level().name(),
                        unit.apply(now.supervision().unitPath()),
                        now.supervision().replyDueAt()),
                now.tasks().stream().map(task -> task(task, unit)).toList(),
                sponsor(now.sponsor(), directory),
                now.merge() == null ? null : now.merge().caseId(),
                now.joined().stream().map(Joined::caseId).toList(),
                criticism(now.criticism()));
    }

    private static @Nullable CriticismView criticism(Proceedings.@Nullable Criticism criticism) {
        return criticism == null ? null : new CriticismView(criticism.replyDueAt(), criticism.repliedAt());
    }

    private static @Nullable EscalationView escalation(Proceedings.@Nullable EscalationRequest asked) {
        return asked == null
                ? null
                : new EscalationView(asked.reason(), asked.tried().value());
    }

    private static @Nullable AskedView asked(Proceedings.@Nullable ExtensionRequest asked) {
        return asked == null ? null : new AskedView(asked.amount(), asked.unit(), asked.endorsed());
    }

    private static @Nullable SuspensionView suspension(@Nullable Suspension suspension) {
        return suspension == null
                ? null
                : new SuspensionView(
                        suspension.status().name(), suspension.cause(), suspension.until(), suspension.since());
    }

    private static TaskView task(HelperTask task, Function<List<String>, @Nullable UnitView> unit) {
        return new TaskView(task.number(), unit.apply(task.unitPath()), task.what(), task.dueAt(), task.ended());
    }

    private static @Nullable SponsorView sponsor(Proceedings.@Nullable Sponsor sponsor, Directory directory) {
        return sponsor == null
                ? null
                : new SponsorView(
                        sponsor.staffId(),
                        directory.caller(sponsor.staffId()).map(Caller::name).orElse(null),
                        sponsor.deadline());
    }
}
