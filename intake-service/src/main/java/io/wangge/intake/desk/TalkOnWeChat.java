package io.wangge.intake.desk;

import io.wangge.contracts.Actor;
import io.wangge.contracts.GeoPoint;
import io.wangge.intake.place.CoordinateSystem;
import io.wangge.intake.report.Report;
import io.wangge.intake.report.ReportDraft;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportForm.Origin;
import io.wangge.intake.report.ReportForm.Position;
import io.wangge.intake.report.ReportForm.Resident;
import io.wangge.intake.report.ReportReading;
import io.wangge.intake.wechat.Conversations;
import io.wangge.intake.wechat.Dialogue;
import io.wangge.intake.wechat.Dialogue.Next;
import io.wangge.intake.wechat.Dialogue.Place;
import io.wangge.intake.wechat.Dialogue.Said;
import io.wangge.intake.wechat.Incoming;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** 微信上报: answers a message of the official account, and files a report when all is said. */
public final class TalkOnWeChat {
    /** The account takes it in; no member of staff is its first receiver. */
    private static final Actor ACCOUNT = Actor.system("wechat");

    private final Conversations conversations;
    private final TakeInReport takeIn;
    private final GuestReports reports;
    private final WeChatPhotos photos;
    private final Function<Report, String> progress;
    private final RandomSource random;
    private final InstantSource clock;

    /** @param progress of a matter in plain words, without anything personal */
    public TalkOnWeChat(
            Conversations conversations,
            TakeInReport takeIn,
            GuestReports reports,
            WeChatPhotos photos,
            Function<Report, String> progress,
            RandomSource random,
            InstantSource clock) {
        this.conversations = conversations;
        this.takeIn = takeIn;
        this.reports = reports;
        this.photos = photos;
        this.progress = progress;
        this.random = random;
        this.clock = clock;
    }

    /** Fetches photos from the platform and puts them to a report; later and by itself, the answer does not wait. */
    public interface WeChatPhotos {
        void fetch(String reportId, List<String> mediaIds);
    }

    /** @return what to answer; the same for a message that comes again */
    public String answer(Incoming message, @Nullable String traceparent) {
        Optional<String> before = conversations.answerTo(message.id());
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = Instant.ofEpochMilli(clock.millis());
        String answer = switch (Dialogue.of(conversations.said(message.openid()), message)) {
            case Next.Answer(Said said, String text) -> {
                conversations.keep(message.openid(), said, now);
                yield text;
            }
            case Next.LookUp(String number) ->
                reports.byTrackingNumber(number).map(progress).orElse("没有查到编号 " + number + "，请核对。");
            case Next.File(Said said) -> file(message, said, now, traceparent);
        };
        conversations.answered(message.id(), answer, now);
        return answer;
    }

    private String file(Incoming message, Said said, Instant now, @Nullable String traceparent) {
        String person = conversations.personOf(message.openid(), random.personId());
        return switch (ReportReading.of(form(message, said, person), now)) {
            case ReportReading.Faulty faulty -> {
                conversations.keep(message.openid(), Said.NOTHING, now);
                yield "没有能够提交，请重新写下要反映的问题。";
            }
            case ReportReading.Readable readable ->
                switch (takeIn.takeFromOutside(ACCOUNT, readable.report(), traceparent)) {
                    case TakenIn.New(Report taken) -> filed(message, said, taken, now);
                    case TakenIn.Repeated(Report earlier) -> filed(message, said, earlier, now);
                    default -> throw new IllegalStateException("A report from the official account was not stored");
                };
        };
    }

    private String filed(Incoming message, Said said, Report report, Instant now) {
        conversations.keep(message.openid(), Said.NOTHING, now);
        if (!said.mediaIds().isEmpty()) {
            photos.fetch(report.id(), said.mediaIds());
        }
        return "已收到，编号 " + report.received().trackingNumber() + "。回复编号可查进度，办理结果会告诉您。";
    }

    /** The id comes of the message's, so that the platform's repeats are one report. */
    private static ReportForm form(Incoming message, Said said, String person) {
        Place place = said.place();
        String id = UUID.nameUUIDFromBytes(
                        ("wechat/" + message.openid() + "/" + message.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new ReportDraft(id)
                .text(said.text())
                .location(
                        place == null
                                ? null
                                : new Position(GeoPoint.of(0, 0).type(), List.of(place.longitude(), place.latitude())))
                .channel("WECHAT")
                .resident(new Resident(null, null, person))
                .coordinateSystem(place == null ? null : CoordinateSystem.GCJ02.name())
                .address(said.address() == null || said.address().isBlank() ? null : clipped(said.address()))
                .source(new Origin("wechat:" + message.id(), null))
                .form();
    }

    private static String clipped(String address) {
        int longest = 200;
        return address.length() <= longest ? address : address.substring(0, longest);
    }
}
