package io.wangge.intake.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.hotline.Article;
import io.wangge.intake.hotline.Articles;
import io.wangge.intake.hotline.Call;
import io.wangge.intake.hotline.CallEvent;
import io.wangge.intake.hotline.CallRules;
import io.wangge.intake.hotline.Calls;
import io.wangge.intake.person.Contact;
import io.wangge.intake.person.Persons;
import io.wangge.intake.report.Report;
import io.wangge.intake.report.ReportDraft;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportForm.OnSpot;
import io.wangge.intake.report.ReportForm.Origin;
import io.wangge.intake.report.ReportForm.Resident;
import io.wangge.intake.report.ReportReading;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 坐席: from the ring of a call to what is filed from it. */
public final class AttendCall {
    private final Calls calls;
    private final Articles articles;
    private final Persons persons;
    private final TakeInReport takeIn;
    private final InstantSource clock;

    public AttendCall(Calls calls, Articles articles, Persons persons, TakeInReport takeIn, InstantSource clock) {
        this.calls = calls;
        this.articles = articles;
        this.persons = persons;
        this.takeIn = takeIn;
        this.clock = clock;
    }

    /** The telephone system speaks; nobody becomes known by ringing. */
    public Call told(CallEvent event) {
        String number = event.number();
        String person = number == null
                ? null
                : persons.whoHas(number).map(Contact::personId).orElse(null);
        return calls.told(event, person);
    }

    /** @return empty when it may be worked on */
    public Optional<Refused> mayWorkOn(Call call, Caller caller) {
        return CallRules.mayWorkOn(call, caller, clock.instant());
    }

    /**
     * 快速登记: what the call itself says need not be typed, and its number need not be seen. An emergency goes straight
     * to the unit by dispatch's rules.
     *
     * @param form what the agent typed; channel, source and, where nobody else is named, the resident come from the call
     */
    public TakenIn file(Caller caller, Call call, ReportForm form, @Nullable String traceparent) {
        return switch (ReportReading.of(completed(form, call), clock.instant())) {
            case ReportReading.Faulty faulty -> new TakenIn.Faulty(faulty.faults());
            case ReportReading.Readable readable -> {
                TakenIn taken = takeIn.take(caller, readable.report(), traceparent);
                reportOf(taken).ifPresent(report -> calls.filed(call.id(), report.id()));
                yield taken;
            }
        };
    }

    /** 咨询当场答复: an enquiry settled with an article. @param said beyond the article's own answer; null for just that */
    public TakenIn answer(
            Caller caller,
            Call call,
            String reportId,
            Article article,
            @Nullable String said,
            @Nullable String traceparent) {
        TakenIn taken = file(caller, call, enquiry(reportId, article, said), traceparent);
        reportOf(taken).ifPresent(report -> articles.used(article.id(), report.id()));
        return taken;
    }

    private static Optional<Report> reportOf(TakenIn taken) {
        return switch (taken) {
            case TakenIn.New(Report report) -> Optional.of(report);
            case TakenIn.Repeated(Report report) -> Optional.of(report);
            default -> Optional.empty();
        };
    }

    private static ReportForm enquiry(String reportId, Article article, @Nullable String said) {
        String answer = said == null ? article.answer() : said;
        return new ReportDraft(reportId)
                .category(article.category())
                .text(article.question())
                .nature(Nature.ENQUIRY.name())
                .settledOnSpot(new OnSpot(answer, List.of()))
                .form();
    }

    private static ReportForm completed(ReportForm form, Call call) {
        return new ReportDraft(form.id())
                .category(form.category())
                .text(form.text())
                .location(form.location())
                .gridCode(form.gridCode())
                .urgency(form.urgency())
                .channel(Channel.HOTLINE.name())
                .nature(form.nature())
                .settledOnSpot(form.settledOnSpot())
                .observedAt(form.observedAt())
                .resident(residentOf(form, call))
                .assetId(form.assetId())
                .coordinateSystem(form.coordinateSystem())
                .accuracyMetres(form.accuracyMetres())
                .address(form.address())
                .agentId(form.agentId())
                .source(new Origin(call.record() == null ? call.id() : call.record(), null))
                .anonymous(isAnonymous(form, call) ? Boolean.TRUE : null)
                .form();
    }

    /** A withheld number says that the caller does not want to be known, unless he says who he is. */
    private static boolean isAnonymous(ReportForm form, Call call) {
        return Boolean.TRUE.equals(form.anonymous()) || (call.number() == null && form.resident() == null);
    }

    private static @Nullable Resident residentOf(ReportForm form, Call call) {
        return isAnonymous(form, call) ? form.resident() : named(form.resident(), call);
    }

    /**
     * Whom the outcome is told of a matter that the caller follows instead of reporting it: as with a report, who rang,
     * unless somebody else is named.
     *
     * @param said by the agent
     * @return null when the number is withheld and nobody is named
     */
    public @Nullable Resident whoCalls(Call call, @Nullable Resident said) {
        return call.number() == null ? said : named(said, call);
    }

    private static Resident named(@Nullable Resident said, Call call) {
        if (said == null) {
            return new Resident(null, call.number(), null);
        }
        boolean reachable = said.phone() != null || said.personId() != null || call.number() == null;
        return reachable ? said : new Resident(said.name(), call.number(), null);
    }
}
