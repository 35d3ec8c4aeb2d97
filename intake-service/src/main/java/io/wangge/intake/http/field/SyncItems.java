package io.wangge.intake.http.field;

import io.wangge.contracts.directory.Caller;
import io.wangge.intake.attachment.AttachmentForm;
import io.wangge.intake.attachment.DeclarationReading;
import io.wangge.intake.desk.DeclareAttachment;
import io.wangge.intake.desk.TakeInReport;
import io.wangge.intake.desk.TakenIn;
import io.wangge.intake.http.Faults;
import io.wangge.intake.http.attachment.AttachmentAnswer;
import io.wangge.intake.http.field.SyncController.ItemAnswer;
import io.wangge.intake.http.field.SyncController.Outcome;
import io.wangge.intake.http.report.ReceiptAnswer;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportReading;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.problem.Failures;
import io.wangge.kit.problem.Problem;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.problem.ProblemRenderer;
import io.wangge.kit.trace.Traces;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Takes in one item of a batch; whatever is wrong with it becomes its own answer. */
@Component
class SyncItems {
    private static final Logger LOG = LoggerFactory.getLogger(SyncItems.class);
    private static final String REPORT = "report";
    private static final String ATTACHMENT = "attachment";

    private final TakeInReport takeIn;
    private final DeclareAttachment declare;
    private final ProblemRenderer problems;
    private final InstantSource clock;

    SyncItems(TakeInReport takeIn, DeclareAttachment declare, ProblemRenderer problems, InstantSource clock) {
        this.takeIn = takeIn;
        this.declare = declare;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param traceparent of the call that brought it */
    record Sender(
            Caller caller,
            @Nullable String traceparent,
            @Nullable String language) {}

    static boolean isReport(@Nullable JsonNode item) {
        return item != null && "REPORT".equals(item.path("kind").asString(""));
    }

    ItemAnswer take(int index, @Nullable JsonNode item, Sender sender) {
        String id = null;
        try {
            if (isReport(item) && item != null) {
                id = idIn(item.path(REPORT));
                return report(index, id, HttpJson.MAPPER.treeToValue(item.path(REPORT), ReportForm.class), sender);
            }
            if (item != null && "ATTACHMENT".equals(item.path("kind").asString(""))) {
                id = idIn(item.path(ATTACHMENT));
                return attachment(
                        index, id, HttpJson.MAPPER.treeToValue(item.path(ATTACHMENT), AttachmentForm.class), sender);
            }
            throw new ProblemException(400, "not-understood");
        } catch (ProblemException e) {
            return refused(index, id, e, sender);
        } catch (JacksonException | IllegalArgumentException e) {
            return refused(index, id, new ProblemException(400, "not-understood"), sender);
        } catch (RuntimeException e) {
            return refused(index, id, Failures.passing(e).orElseGet(() -> ours(e)), sender);
        }
    }

    private static ProblemException ours(RuntimeException e) {
        LOG.error("An item of a batch failed", e);
        return new ProblemException(500, ProblemCodes.INTERNAL_ERROR);
    }

    private static @Nullable String idIn(JsonNode form) {
        String id = form.path("id").asString("");
        return id.isEmpty() || id.length() > 64 ? null : id;
    }

    private ItemAnswer report(int index, @Nullable String id, @Nullable ReportForm form, Sender sender) {
        if (form == null) {
            throw new ProblemException(400, "not-understood");
        }
        return switch (ReportReading.of(form, clock.instant())) {
            case ReportReading.Faulty(var faults) -> throw Faults.problem(faults);
            case ReportReading.Readable(var report) ->
                switch (takeIn.take(sender.caller(), report, sender.traceparent())) {
                    case TakenIn.New(var taken) ->
                        new ItemAnswer(index, id, Outcome.STORED, ReceiptAnswer.of(taken), null, null);
                    case TakenIn.Repeated(var earlier) ->
                        new ItemAnswer(index, id, Outcome.ALREADY_STORED, ReceiptAnswer.of(earlier), null, null);
                    case TakenIn.NotAllowed(var refused) -> throw Faults.refused(refused);
                    case TakenIn.Faulty(var faults) -> throw Faults.problem(faults);
                    case TakenIn.Unknown() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
                };
        };
    }

    private ItemAnswer attachment(int index, @Nullable String id, @Nullable AttachmentForm form, Sender sender) {
        if (form == null) {
            throw new ProblemException(400, "not-understood");
        }
        Caller caller = sender.caller();
        return switch (DeclarationReading.of(form, caller.staffId(), clock.instant())) {
            case DeclarationReading.Faulty(var faults) -> throw Faults.problem(faults);
            case DeclarationReading.Readable(var attachment) ->
                switch (declare.declare(caller, attachment)) {
                    case DeclareAttachment.Outcome.New(var fresh) ->
                        new ItemAnswer(index, id, Outcome.STORED, null, AttachmentAnswer.of(fresh), null);
                    case DeclareAttachment.Outcome.Repeated(var earlier) ->
                        new ItemAnswer(index, id, Outcome.ALREADY_STORED, null, AttachmentAnswer.of(earlier), null);
                    case DeclareAttachment.Outcome.NotAllowed(var refused) -> throw Faults.refused(refused);
                };
        };
    }

    private ItemAnswer refused(int index, @Nullable String id, ProblemException e, Sender sender) {
        String trace = sender.traceparent();
        Problem problem = problems.problem(e, sender.language(), null, trace == null ? null : Traces.idOf(trace));
        Outcome outcome = e.status() >= 500 ? Outcome.TRY_AGAIN : Outcome.REFUSED;
        return new ItemAnswer(index, id, outcome, null, null, problem);
    }
}
