package io.wangge.intake.http.guest;

import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 进度: what anybody may know of a matter who knows its number; numbers follow one another, so that is nothing personal and
 * nothing in the reporter's words.
 *
 * @param reportId only for whoever reported it
 * @param category absent for a tip-off (举报) to anybody but its reporter, as is the unit
 * @param promisedAt 承诺办结时间
 * @param mayReopen only for whoever reported it
 * @param reply of the unit to a critic (有奖批评); only for whoever reported it
 */
public record TrackingAnswer(
        String trackingNumber,
        @Nullable String reportId,
        Instant receivedAt,
        Words stage,
        String stageCode,
        @Nullable Instant updatedAt,
        @Nullable Words category,
        @Nullable Words unit,
        @Nullable Instant promisedAt,
        @Nullable String text,
        @Nullable String reply,
        boolean mayReopen,
        List<Photo> photos) {

    public record Words(String zh, @Nullable String en) {}

    /** One that was released, with what concerns others hidden. */
    record Photo(String url, String thumbnailUrl, String moment) {}

    /** @param carrying how the case stands that carries the report's own (并案) */
    public static TrackingAnswer of(
            Report report,
            Optional<CaseStanding> carrying,
            boolean own,
            Optional<Directory> directory,
            boolean mayReopen,
            List<Photo> photos) {
        CaseStanding standing = carrying.orElse(report.standing());
        boolean hidden = report.received().nature() == Nature.TIP_OFF && !own;
        return new TrackingAnswer(
                report.received().trackingNumber(),
                own ? report.id() : null,
                report.received().receivedAt(),
                stage(standing == null ? null : standing.state()),
                standing == null ? "RECEIVED" : standing.state().name(),
                standing == null ? null : standing.updatedAt(),
                hidden ? null : category(report, directory),
                hidden || standing == null ? null : unit(standing.holderId(), directory),
                standing == null ? null : standing.dueAt(),
                own ? report.received().text().value() : null,
                own ? replyIn(report.standing()) : null,
                mayReopen,
                photos);
    }

    /** To the critic himself; what is carried along by another case was no criticism. */
    private static @Nullable String replyIn(@Nullable CaseStanding standing) {
        return standing == null || standing.reply() == null
                ? null
                : standing.reply().text();
    }

    private static @Nullable Words category(Report report, Optional<Directory> directory) {
        String code = report.received().category();
        return code == null
                ? null
                : directory
                        .flatMap(now -> now.category(code))
                        .map(item -> new Words(item.subclassZh(), item.subclassEn()))
                        .orElse(null);
    }

    private static @Nullable Words unit(@Nullable String id, Optional<Directory> directory) {
        return id == null
                ? null
                : directory
                        .flatMap(now -> now.unit(id))
                        .map(unit -> new Words(unit.nameZh(), unit.nameEn()))
                        .orElse(null);
    }

    /** In the words of somebody who waits for it to be done. */
    private static Words stage(@Nullable CaseState state) {
        if (state == null) {
            return new Words("已收到", "Received");
        }
        return switch (state) {
            case PENDING_CONFIRMATION -> new Words("正在现场核实", "Being looked at");
            case PENDING_DISPATCH -> new Words("正在安排承办单位", "Being given to a unit");
            case PENDING_ACCEPTANCE -> new Words("已派给承办单位", "Given to a unit");
            case IN_PROGRESS -> new Words("正在办理", "Being handled");
            case SUSPENDED -> new Words("暂缓办理", "Put off");
            case PENDING_CHECK -> new Words("已办理，正在核查", "Done, being checked");
            case PENDING_CALLBACK -> new Words("已办理，请您评价", "Done, please rate");
            case PENDING_DECISION -> new Words("正在裁定", "Being decided");
            case CLOSED -> new Words("已结案", "Closed");
            case NOT_FILED -> new Words("未予立案", "Not filed");
            case CANCELLED -> new Words("已作废", "Cancelled");
            case REFERRED_OUTSIDE -> new Words("已转外部单位", "Passed on");
            case MERGED -> new Words("与同一事项合并办理", "Handled with the same matter");
        };
    }
}
