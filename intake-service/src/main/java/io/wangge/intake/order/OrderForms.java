package io.wangge.intake.order;

import io.wangge.contracts.report.Channel;
import io.wangge.intake.report.FormFields;
import io.wangge.intake.report.ReportDraft;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportForm.OnSpot;
import io.wangge.intake.report.ReportForm.Origin;
import io.wangge.intake.report.ReportForm.Position;
import io.wangge.intake.report.ReportForm.Resident;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What clerks and the superior's system send. */
public final class OrderForms {
    private static final int ISSUER = 40;
    private static final int NUMBER = 64;
    private static final int TEXT = 2000;

    private OrderForms() {}

    /**
     * @param number the superior's own
     * @param answerBy RFC 3339
     * @param settledOnSpot where the first contact settled it
     */
    public record Given(
            @Nullable String issuer,
            @Nullable String number,
            @Nullable String answerBy,
            @Nullable String text,
            @Nullable String category,
            @Nullable String nature,
            @Nullable String urgency,
            @Nullable Position location,
            @Nullable String gridCode,
            @Nullable String address,
            @Nullable OnSpot settledOnSpot,
            @Nullable Resident resident) {
        @Override
        public String toString() {
            return "Given[" + issuer + "/" + number + "]";
        }
    }

    /** Notes what is wrong with the order's own fields; those of the report are judged with it. */
    public static void check(Given given, FormFields fields) {
        fields.code("issuer", given.issuer(), ISSUER);
        fields.code("number", given.number(), NUMBER);
    }

    public static ReportForm report(Given given) {
        String number = String.valueOf(given.number()).strip();
        return new ReportDraft(Order.reportIdOf(String.valueOf(given.issuer()).strip(), number))
                .category(given.category())
                .text(given.text())
                .location(given.location())
                .gridCode(given.gridCode())
                .urgency(given.urgency())
                .channel(Channel.SUPERIOR_ORDER.name())
                .nature(given.nature())
                .settledOnSpot(given.settledOnSpot())
                .resident(given.resident())
                .address(given.address())
                .source(new Origin(number, given.answerBy()))
                .form();
    }

    public record Answered(
            @Nullable String id,
            @Nullable String outcome,
            @Nullable Boolean responded,
            @Nullable Boolean settled,
            @Nullable Boolean satisfied,
            @Nullable String text) {}

    public static Order.Answer answer(Answered form, String byId, Instant now, FormFields fields) {
        return new Order.Answer(
                fields.uuid("id", form.id()),
                fields.oneOf("outcome", form.outcome(), Order.Outcome.class),
                Boolean.TRUE.equals(form.responded()),
                form.settled(),
                form.satisfied(),
                fields.text("text", form.text(), TEXT),
                byId,
                now);
    }
}
