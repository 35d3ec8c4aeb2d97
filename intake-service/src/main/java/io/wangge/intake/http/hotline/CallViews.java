package io.wangge.intake.http.hotline;

import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.desk.LookUpCaller.History;
import io.wangge.intake.hotline.Article;
import io.wangge.intake.hotline.Call;
import io.wangge.intake.hotline.Line;
import io.wangge.intake.person.Contact;
import io.wangge.intake.person.Masked;
import io.wangge.intake.person.SensitiveNumbers;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls as agents see them: no number and no name in full. */
final class CallViews {
    private CallViews() {}

    /** @param number masked; absent when it is withheld @param personKnown whether the caller called or wrote before */
    record CallView(
            String id,
            Call.State state,
            LineView line,
            @Nullable String number,
            boolean personKnown,
            @Nullable String agentId,
            @Nullable Instant rangAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable String record,
            List<String> reportIds,
            List<Call.Transfer> transfers) {}

    record LineView(String number, String nameZh, String nameEn) {}

    static CallView call(Call call, Map<String, Line> lines) {
        Line line = Optional.ofNullable(lines.get(call.line()))
                .orElseGet(() -> new Line(call.line(), call.line(), call.line(), "", false));
        return new CallView(
                call.id(),
                call.state(),
                new LineView(line.number(), line.nameZh(), line.nameEn()),
                Masked.phone(call.number()),
                call.personId() != null,
                call.agentId(),
                call.rangAt(),
                call.answeredAt(),
                call.endedAt(),
                call.record(),
                call.reportIds(),
                call.transfers());
    }

    /** Who calls. @param reports newest first, at most 20 that the caller of this API may read */
    record CallerView(
            String personId,
            @Nullable String name,
            @Nullable String phone,
            List<HistoryLine> reports) {}

    record HistoryLine(
            String id,
            String trackingNumber,
            Instant receivedAt,
            Channel channel,
            @Nullable Nature nature,
            @Nullable String category,
            String text,
            @Nullable String caseNumber,
            @Nullable CaseState state,
            @Nullable CloseReason closeReason,
            @Nullable Instant updatedAt) {
        static HistoryLine of(Report report) {
            CaseStanding standing = report.standing();
            return new HistoryLine(
                    report.id(),
                    report.received().trackingNumber(),
                    report.received().receivedAt(),
                    report.received().channel(),
                    report.received().nature(),
                    report.received().category(),
                    SensitiveNumbers.masked(report.received().text().value()),
                    standing == null ? null : standing.caseNumber(),
                    standing == null ? null : standing.state(),
                    standing == null ? null : standing.closeReason(),
                    standing == null ? null : standing.updatedAt());
        }
    }

    static CallerView caller(History history) {
        Contact contact = history.contact();
        return new CallerView(
                String.valueOf(contact.personId()),
                Masked.name(contact.name()),
                Masked.phone(contact.phone()),
                history.reports().stream().map(HistoryLine::of).toList());
    }

    /** @param published residents read it too @param used how many enquiries were settled with it */
    record ArticleView(
            String id,
            String question,
            String answer,
            @Nullable String category,
            String keywords,
            boolean retired,
            boolean published,
            long used,
            Instant updatedAt) {
        static ArticleView of(Article article) {
            return new ArticleView(
                    article.id(),
                    article.question(),
                    article.answer(),
                    article.category(),
                    article.keywords(),
                    article.retired(),
                    article.published(),
                    article.used(),
                    article.updatedAt());
        }
    }
}
