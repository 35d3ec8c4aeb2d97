package io.wangge.intake.http.hotline;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.intake.desk.AttendCall;
import io.wangge.intake.desk.LookUpCaller;
import io.wangge.intake.desk.RevealContact;
import io.wangge.intake.desk.TakenIn;
import io.wangge.intake.hotline.Article;
import io.wangge.intake.hotline.Articles;
import io.wangge.intake.hotline.Call;
import io.wangge.intake.hotline.CallForms;
import io.wangge.intake.hotline.CallRules;
import io.wangge.intake.hotline.Calls;
import io.wangge.intake.http.Faults;
import io.wangge.intake.http.hotline.CallViews.CallView;
import io.wangge.intake.http.hotline.CallViews.CallerView;
import io.wangge.intake.http.report.ReceiptAnswer;
import io.wangge.intake.report.FormFields;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportRules;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** 坐席: the agent's calls, from the pop-up to what is filed, answered or handed on. */
@RestController
@RequestMapping("/api/v1/calls")
class CallController {
    private static final int LATEST = 30;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final AttendCall attend;
    private final LookUpCaller lookUp;
    private final RevealContact reveal;
    private final Calls calls;
    private final Articles articles;
    private final CallStreams streams;
    private final InstantSource clock;

    CallController(
            AttendCall attend,
            LookUpCaller lookUp,
            RevealContact reveal,
            Calls calls,
            Articles articles,
            CallStreams streams,
            InstantSource clock) {
        this.attend = attend;
        this.lookUp = lookUp;
        this.reveal = reveal;
        this.calls = calls;
        this.articles = articles;
        this.streams = streams;
        this.clock = clock;
    }

    record CallListAnswer(List<CallView> items) {}

    /** One's own calls of the last 24 hours and those that ring at nobody's place in particular. */
    @GetMapping
    CallListAnswer latest(Caller caller) {
        forAgents(caller);
        return new CallListAnswer(calls.latest(caller.staffId(), clock.instant().minus(A_DAY), LATEST).stream()
                .filter(call -> streams.concerns(call, caller))
                .map(streams::view)
                .toList());
    }

    /** 弹屏: each change of a call that concerns the agent, as it happens. */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Caller caller) {
        forAgents(caller);
        return streams.open(caller);
    }

    /** @param caller absent when the number is unknown or withheld */
    record CallAnswer(CallView call, @Nullable CallerView caller) {}

    @GetMapping("/{id}")
    CallAnswer one(@PathVariable String id, Caller caller) {
        Call call = concerning(id, caller);
        String person = call.personId();
        return new CallAnswer(
                streams.view(call),
                person == null
                        ? null
                        : lookUp.byPerson(caller, person).map(CallViews::caller).orElse(null));
    }

    /** 快速登记, 紧急派遣 with urgency EMERGENCY: as POST /api/v1/reports, the call says the rest. */
    @PostMapping("/{id}/reports")
    ResponseEntity<ReceiptAnswer> file(@PathVariable String id, @RequestBody ReportForm form, Caller caller) {
        return receipt(attend.file(caller, workedOn(id, caller), form, Traces.current()));
    }

    /** 咨询当场答复. */
    @PostMapping("/{id}/answers")
    ResponseEntity<ReceiptAnswer> answer(@PathVariable String id, @RequestBody CallForms.Settle form, Caller caller) {
        FormFields fields = new FormFields();
        String reportId = fields.uuid("id", form.id());
        String articleId = fields.uuid("articleId", form.articleId());
        String said = fields.optional("text", form.text(), ReportRules.TEXT_LIMIT);
        Faults.none(fields);
        Call call = workedOn(id, caller);
        Article article = articles.find(articleId)
                .filter(known -> !known.retired())
                .orElseThrow(() -> ProblemException.invalid("articleId", "unknown-article"));
        return receipt(attend.answer(caller, call, reportId, article, said, Traces.current()));
    }

    /** 转接. */
    @PostMapping("/{id}/transfers")
    CallView handOn(@PathVariable String id, @RequestBody CallForms.HandOn form, Caller caller) {
        FormFields fields = new FormFields();
        Call.Transfer transfer = CallForms.transfer(form, caller.staffId(), clock.instant(), fields);
        streams.checkTarget(transfer, fields);
        Faults.none(fields);
        workedOn(id, caller);
        return streams.view(calls.handedOn(id, transfer));
    }

    record RevealForm(@Nullable String id, @Nullable String reason) {}

    /** 查看号码 of who calls, with a reason and on record. */
    @PostMapping("/{id}/reveals")
    RevealController.RevealAnswer reveal(@PathVariable String id, @RequestBody RevealForm form, Caller caller) {
        FormFields fields = new FormFields();
        String revealId = fields.uuid("id", form.id());
        String reason = fields.text("reason", form.reason(), RevealController.REASON_LIMIT);
        Faults.none(fields);
        Call call = calls.find(id).orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        return RevealController.answer(reveal.forCall(caller, revealId, call, reason, Traces.current()));
    }

    private static ResponseEntity<ReceiptAnswer> receipt(TakenIn taken) {
        return switch (taken) {
            case TakenIn.New(var report) -> ResponseEntity.status(201).body(ReceiptAnswer.of(report));
            case TakenIn.Repeated(var report) -> ResponseEntity.ok(ReceiptAnswer.of(report));
            case TakenIn.NotAllowed(var refused) -> throw Faults.refused(refused);
            case TakenIn.Faulty(var faults) -> throw Faults.problem(faults);
            case TakenIn.Unknown() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        };
    }

    static void forAgents(Caller caller) {
        CallRules.mayAttend(caller).ifPresent(CallController::refuse);
    }

    private Call concerning(String id, Caller caller) {
        forAgents(caller);
        return calls.find(id)
                .filter(call -> streams.concerns(call, caller))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private Call workedOn(String id, Caller caller) {
        forAgents(caller);
        Call call = calls.find(id).orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        attend.mayWorkOn(call, caller).ifPresent(CallController::refuse);
        return call;
    }

    private static void refuse(Refused refused) {
        throw new ProblemException(refused.code().equals(CallRules.OVER) ? 409 : 403, refused);
    }
}
