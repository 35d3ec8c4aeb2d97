package io.wangge.ledger.figures;

import static io.wangge.ledger.figures.Measure.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures, each a sum of measures over another: the one place that says what they mean (domain.md "Figures").
 */
public enum Figure {
    REPORTED_COUNT("reported", "上报数", "Reported", List.of(REPORTED)),
    FILED_COUNT("filed", "立案数", "Filed", List.of(FILED)),
    ON_SPOT_COUNT("on-spot", "现场解决数", "Settled on the spot", List.of(ON_SPOT)),
    DUE_COUNT("due", "应结案数", "Due to be closed", List.of(DUE)),
    CLOSED_COUNT("closed", "结案数", "Closed", List.of(CLOSED)),
    ON_TIME_COUNT("on-time", "按期结案数", "Closed on time", List.of(ON_TIME)),
    OVERDUE_COUNT("overdue-open", "超期未结", "Overdue and open", List.of(OVERDUE_OPEN)),
    REOPENED_COUNT("reopened", "重启数", "Reopened", List.of(REOPENED)),

    FILING_RATE("filing-rate", "立案率", "Filing rate", List.of(FILED), List.of(REPORTED)),
    ON_SPOT_SHARE("on-spot-share", "现场解决占比", "Share settled on the spot", List.of(ON_SPOT), List.of(FILED, ON_SPOT)),
    CLOSING_RATE("closing-rate", "结案率", "Closing rate", List.of(CLOSED), List.of(DUE)),
    ON_TIME_RATE("on-time-rate", "按期结案率", "On-time closing rate", List.of(ON_TIME), List.of(DUE)),
    /** Nobody improves by not closing. */
    HONEST_ON_TIME_RATE(
            "honest-on-time-rate", "实际按期率", "Honest on-time rate", List.of(ON_TIME), List.of(CLOSED, OVERDUE_OPEN)),
    ACCEPTANCE_RATE("acceptance-rate", "受理率", "Acceptance rate", List.of(ACCEPTED), List.of(GIVEN)),
    RESPONSE_RATE("response-rate", "响应率", "Response rate", List.of(RESPONDED), List.of(GIVEN)),
    SETTLEMENT_RATE("settlement-rate", "解决率", "Settlement rate", List.of(SETTLED), List.of(ASKED)),
    SATISFACTION_RATE("satisfaction-rate", "满意率", "Satisfaction rate", List.of(SATISFACTION), List.of(ASKED)),
    /** 老李服务热线's rates (systems.md S8); the other two are the closing and the satisfaction rate by channel. */
    ENQUIRY_RATE(
            "enquiry-on-time-rate",
            "咨询按时答复率",
            "Enquiries answered in time",
            List.of(ENQUIRIES_ON_TIME, ENQUIRIES_ON_SPOT),
            List.of(ENQUIRIES, ENQUIRIES_ON_SPOT)),
    COMPLAINT_RATE(
            "complaint-on-time-rate",
            "投诉按时办理率",
            "Complaints handled in time",
            List.of(COMPLAINTS_ON_TIME),
            List.of(COMPLAINTS)),
    REWORK_RATE("rework-rate", "返工率", "Rework rate", List.of(REWORKED), List.of(CLOSED)),
    RETURN_RATE("return-rate", "回退率", "Return rate", List.of(RETURNED), List.of(GIVEN)),
    EXTENSION_RATE("extension-rate", "延期率", "Extension rate", List.of(EXTENDED), List.of(DUE)),
    ESCALATION_RATE("escalation-rate", "上移率", "Rate of moving up", List.of(ESCALATED), List.of(GIVEN)),
    UNCONFIRMED_RATE("unconfirmed-rate", "未确认结案率", "Unconfirmed rate", List.of(UNCONFIRMED), List.of(CLOSED)),
    DECIDED_RATE("decided-rate", "裁定结案率", "Rate of decided closings", List.of(DECIDED), List.of(CLOSED)),
    HOLD_OVERDUE_RATE("hold-overdue-rate", "承办超期率", "Overdue holds", List.of(HOLDS_LATE), List.of(HOLDS)),
    /** 小事不出社区, 大事不出街道: split by level, closed at that level or below. */
    SELF_SETTLEMENT_RATE(
            "self-settlement-rate", "自行解决率", "Settled at the level or below", List.of(CLOSED), List.of(CLOSED)),

    RESPONSE_TIME("response-time", "首次响应时长", "First-response time", TimeSpan.RESPONSE),
    HOLD_TIME("hold-time", "承办时长", "Time of a hold", TimeSpan.HOLD),
    CLOSING_TIME("closing-time", "结案时长", "Time to closing", TimeSpan.CLOSING);

    /** 接诉即办 is judged by these. */
    public static final List<Figure> THREE_RATES = List.of(RESPONSE_RATE, SETTLEMENT_RATE, SATISFACTION_RATE);

    /** What a figure is written as. */
    public enum Kind {
        COUNT,
        RATE,
        TIME
    }

    private final String code;
    private final String zh;
    private final String en;
    private final Kind kind;
    private final List<Measure> numerator;
    private final List<Measure> denominator;
    private final @Nullable TimeSpan span;

    Figure(String code, String zh, String en, List<Measure> counted) {
        this(code, zh, en, Kind.COUNT, counted, List.of(), null);
    }

    Figure(String code, String zh, String en, List<Measure> numerator, List<Measure> denominator) {
        this(code, zh, en, Kind.RATE, numerator, denominator, null);
    }

    Figure(String code, String zh, String en, TimeSpan span) {
        this(code, zh, en, Kind.TIME, List.of(CLOSED), List.of(), span);
    }

    Figure(
            String code,
            String zh,
            String en,
            Kind kind,
            List<Measure> numerator,
            List<Measure> denominator,
            @Nullable TimeSpan span) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.kind = kind;
        this.numerator = numerator;
        this.denominator = denominator;
        this.span = span;
    }

    public static Optional<Figure> byCode(String code) {
        return Arrays.stream(values())
                .filter(figure -> figure.code.equals(code))
                .findAny();
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public Kind kind() {
        return kind;
    }

    /** Added up. */
    public List<Measure> numerator() {
        return numerator;
    }

    /** Added up; empty for what is no rate. */
    public List<Measure> denominator() {
        return denominator;
    }

    /** Of a time. */
    public @Nullable TimeSpan span() {
        return span;
    }
}
