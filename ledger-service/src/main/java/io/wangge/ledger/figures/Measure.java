package io.wangge.ledger.figures;

import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.report.Nature;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is counted, each with its predicate on the facts of one case: the computation, the drill-down and the page of
 * definitions all come from here.
 */
public enum Measure {
    REPORTED("rp", Anchor.OPENING, "上报", "reported", facts -> true),
    FILED("fl", Anchor.OPENING, "立案", "filed", FigureFacts::filed),
    ON_SPOT("os", Anchor.OPENING, "现场解决", "settled on the spot", FigureFacts::settledOnSpot),

    /** Most questions are answered where they are asked; they are in time, and never due. */
    ENQUIRIES_ON_SPOT(
            "eo",
            Anchor.OPENING,
            "咨询当场答复",
            "enquiries answered on the spot",
            facts -> is(facts, Nature.ENQUIRY) && facts.settledOnSpot()),

    DUE("du", Anchor.COUNTING, "应结案", "due to be closed", facts -> true),
    GIVEN(
            "gv",
            Anchor.COUNTING,
            "已派遣到单位",
            "given to a unit",
            facts -> facts.course().respondBy() != null),
    ACCEPTED(
            "ac",
            Anchor.COUNTING,
            "已受理",
            "accepted",
            facts -> facts.course().respondBy() != null && facts.course().respondedAt() != null),
    RESPONDED("rs", Anchor.COUNTING, "按时响应", "accepted within the acceptance limit", Measure::respondedInTime),
    RETURNED(
            "rt",
            Anchor.COUNTING,
            "被回退过",
            "returned at least once",
            facts -> facts.course().returns() > 0),
    EXTENDED(
            "ex",
            Anchor.COUNTING,
            "获准延期",
            "extended at least once",
            facts -> facts.course().extensions() > 0),
    ESCALATED(
            "es",
            Anchor.COUNTING,
            "上移过",
            "moved up at least once",
            facts -> facts.course().escalations() > 0),

    ENQUIRIES("eq", Anchor.COUNTING, "应答复的咨询", "enquiries due to be answered", facts -> is(facts, Nature.ENQUIRY)),
    COMPLAINTS("kq", Anchor.COUNTING, "应办结的投诉", "complaints due to be closed", facts -> is(facts, Nature.COMPLAINT)),

    CLOSED("cl", Anchor.CLOSING, "期末前结案", "closed by the period's end", facts -> true),
    ON_TIME(
            "ot",
            Anchor.CLOSING,
            "按期办结并结案",
            "done on time, and closed",
            facts -> closing(facts).onTime()),
    ENQUIRIES_ON_TIME(
            "et",
            Anchor.CLOSING,
            "咨询按期答复",
            "enquiries answered on time",
            facts -> is(facts, Nature.ENQUIRY) && closing(facts).onTime()),
    COMPLAINTS_ON_TIME(
            "kt",
            Anchor.CLOSING,
            "投诉按期办结",
            "complaints done on time, and closed",
            facts -> is(facts, Nature.COMPLAINT) && closing(facts).onTime()),
    REWORKED(
            "rw",
            Anchor.CLOSING,
            "返工过",
            "reworked at least once",
            facts -> facts.course().reworks() > 0),
    UNCONFIRMED(
            "uc",
            Anchor.CLOSING,
            "未经确认结案",
            "closed without anybody's confirmation",
            facts -> closing(facts).reason() == CloseReason.UNCONFIRMED
                    || closing(facts).reason() == CloseReason.UNREACHABLE),
    DECIDED(
            "dc",
            Anchor.CLOSING,
            "督查员裁定结案",
            "closed by an inspector's decision",
            facts -> closing(facts).reason() == CloseReason.DECIDED),
    ASKED(
            "as",
            Anchor.CLOSING,
            "回访到居民",
            "the resident was reached",
            facts -> closing(facts).grade() != null),
    SETTLED(
            "st",
            Anchor.CLOSING,
            "居民认可已解决",
            "settled by the resident's word",
            facts -> closing(facts).grade() != null && closing(facts).reason() == CloseReason.SATISFIED),

    REOPENED("ro", Anchor.REOPENING, "重启", "reopened", facts -> true),
    HOLDS("ho", Anchor.HOLD, "承办", "holds", facts -> true),
    HOLDS_LATE("hl", Anchor.HOLD, "超期承办", "holds that ended late", facts -> true),

    /** Changes without an event, so it is never stored: read from the open cases and from who closed later. */
    OVERDUE_OPEN("oo", Anchor.READING, "超期未结", "overdue and not closed by the period's end", facts -> false),
    /** Each grade times its weight, which is data; what is stored are the grades. */
    SATISFACTION("sa", Anchor.READING, "满意度加权", "satisfied, each grade by its weight", facts -> false);

    /** On which day a measure counts, and when. */
    public enum Anchor {
        OPENING("按上报日期", "by the day of the report"),
        COUNTING("按应结案与结案日期中较早的一天", "by the earlier of due and closing day"),
        /** As counting, but only from the closing day on. */
        CLOSING("按应结案与结案日期中较早的一天，期末前已结案", "by the earlier of due and closing day, closed by the period's end"),
        REOPENING("按重启日期", "by the day of the reopening"),
        /** With its case, on the unit that held it. */
        HOLD("随所属案卷，记在当时的承办单位", "with its case, on the unit that held it"),
        READING("查询时计算", "worked out when asked");

        private final String zh;
        private final String en;

        Anchor(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    private final String key;
    private final Anchor anchor;
    private final String zh;
    private final String en;
    private final Predicate<FigureFacts> holds;

    Measure(String key, Anchor anchor, String zh, String en, Predicate<FigureFacts> holds) {
        this.key = key;
        this.anchor = anchor;
        this.zh = zh;
        this.en = en;
        this.holds = holds;
    }

    /** Short, for what is stored a million times. */
    public String key() {
        return key;
    }

    public Anchor anchor() {
        return anchor;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    static List<Measure> of(Anchor anchor) {
        return Arrays.stream(values())
                .filter(measure -> measure.anchor == anchor)
                .toList();
    }

    /** Whether it counts this case, once it stands at the measure's anchor. */
    boolean counts(FigureFacts facts) {
        return holds.test(facts);
    }

    private static boolean is(FigureFacts facts, Nature nature) {
        return facts.origin().nature() == nature;
    }

    private static boolean respondedInTime(FigureFacts facts) {
        FigureFacts.Course course = facts.course();
        return course.respondBy() != null
                && course.respondedAt() != null
                && !course.respondedAt().isAfter(course.respondBy());
    }

    private static FigureFacts.Closing closing(FigureFacts facts) {
        if (facts.closing() == null) {
            throw new IllegalStateException("Asked of a case that is not closed");
        }
        return facts.closing();
    }
}
