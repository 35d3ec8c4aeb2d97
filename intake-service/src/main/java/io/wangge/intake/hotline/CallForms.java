package io.wangge.intake.hotline;

import io.wangge.intake.person.PhoneNumber;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.FormFields;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the telephone system and agents send, and how it is read. */
public final class CallForms {
    private static final int CODE = 64;
    private static final int REFERENCE = 200;
    private static final int REASON = 200;
    private static final int QUESTION = 200;
    private static final int ANSWER = 2000;

    private CallForms() {}

    /**
     * @param type RING, ANSWER or END
     * @param number of the caller as the network gives it; absent when it is withheld
     * @param agent staff id, or extension of the agent's place
     * @param record of the recording
     */
    public record Told(
            @Nullable String callId,
            @Nullable String type,
            @Nullable String line,
            @Nullable String number,
            @Nullable String agent,
            @Nullable String record) {
        @Override
        public String toString() {
            return "Told[" + callId + "]";
        }
    }

    /** @param staffOf extension → staff id; gives back what it does not know */
    public static CallEvent event(Told told, Instant now, UnaryOperator<String> staffOf, FormFields fields) {
        String agent = fields.optional("agent", told.agent(), CODE);
        return new CallEvent(
                fields.code("callId", told.callId(), CODE),
                fields.oneOf("type", told.type(), CallEvent.Kind.class),
                fields.code("line", told.line(), CODE),
                numberOf(told.number()),
                agent == null ? null : staffOf.apply(agent),
                now,
                fields.optional("record", told.record(), REFERENCE));
    }

    /** A number that is none, such as "anonymous", is a withheld one: a call is never refused for it. */
    private static @Nullable String numberOf(@Nullable String said) {
        return Optional.ofNullable(said).flatMap(PhoneNumber::normalise).orElse(null);
    }

    /** Exactly one of the three is where it goes. */
    public record HandOn(
            @Nullable String id,
            @Nullable String toLine,
            @Nullable String toUnitId,
            @Nullable String toAgentId,
            @Nullable String reason) {}

    public static Call.Transfer transfer(HandOn form, String byId, Instant now, FormFields fields) {
        String line = fields.optional("toLine", form.toLine(), CODE);
        String unit = fields.optional("toUnitId", form.toUnitId(), CODE);
        String agent = fields.optional("toAgentId", form.toAgentId(), CODE);
        if ((line == null ? 0 : 1) + (unit == null ? 0 : 1) + (agent == null ? 0 : 1) != 1) {
            fields.fault(FieldFault.of("toLine", "one-of-line-unit-agent"));
        }
        return new Call.Transfer(
                fields.uuid("id", form.id()),
                line,
                unit,
                agent,
                fields.text("reason", form.reason(), REASON),
                byId,
                now);
    }

    /** @param text what was said beyond the article; absent for the article's own answer */
    public record Settle(
            @Nullable String id,
            @Nullable String articleId,
            @Nullable String text) {}

    public record ArticleForm(
            @Nullable String question,
            @Nullable String answer,
            @Nullable String category,
            @Nullable String keywords,
            @Nullable Boolean retired,
            @Nullable Boolean published) {}

    public static Article article(String id, ArticleForm form, String byId, Instant now, FormFields fields) {
        String keywords = fields.optional("keywords", form.keywords(), QUESTION);
        return new Article(
                fields.uuid("id", id),
                fields.text("question", form.question(), QUESTION),
                fields.text("answer", form.answer(), ANSWER),
                fields.optional("category", form.category(), 8),
                keywords == null ? "" : keywords,
                Boolean.TRUE.equals(form.retired()),
                Boolean.TRUE.equals(form.published()),
                0,
                byId,
                now);
    }

    public record LineForm(
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String unitId,
            @Nullable Boolean closed) {}

    public static Line line(String number, LineForm form, FormFields fields) {
        return new Line(
                fields.code("number", number, CODE),
                fields.text("nameZh", form.nameZh(), CODE),
                fields.text("nameEn", form.nameEn(), CODE),
                fields.text("unitId", form.unitId(), CODE),
                Boolean.TRUE.equals(form.closed()));
    }
}
