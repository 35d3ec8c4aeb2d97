package io.wangge.intake.http.wechat;

import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.AttachmentForm;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.attachment.DeclarationReading;
import io.wangge.intake.desk.FinishUpload;
import io.wangge.intake.desk.GuestReports;
import io.wangge.intake.desk.RandomSource;
import io.wangge.intake.desk.TakeInReport;
import io.wangge.intake.desk.TalkOnWeChat;
import io.wangge.intake.desk.TalkOnWeChat.WeChatPhotos;
import io.wangge.intake.http.guest.TrackingAnswer;
import io.wangge.intake.http.guest.TrackingAnswer.Words;
import io.wangge.intake.report.Report;
import io.wangge.intake.sending.WeChatApi;
import io.wangge.intake.wechat.Conversations;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.json.HttpJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The official account behind its door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WeChatSettings.class)
class WeChatDesks {
    private static final Logger LOG = LoggerFactory.getLogger(WeChatDesks.class);
    private static final String UPLOADER = "wechat";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    @Bean
    @ConditionalOnProperty("grid.wechat.secret")
    WeChatApi weChatApi(WeChatSettings settings, Clock clock) {
        return new WeChatApi(
                new WeChatApi.Account(
                        settings.apiBase(),
                        settings.appId(),
                        settings.secret() == null ? "" : settings.secret(),
                        settings.templates()),
                clock);
    }

    @Bean
    TalkOnWeChat talkOnWeChat(
            Conversations conversations,
            TakeInReport takeIn,
            GuestReports reports,
            ObjectProvider<WeChatApi> api,
            Attachments attachments,
            FinishUpload finish,
            DirectoryCopy directory,
            RandomSource random,
            Clock clock) {
        WeChatPhotos photos = (reportId, mediaIds) -> {
            WeChatApi platform = api.getIfAvailable();
            if (platform != null) {
                Thread.ofVirtual()
                        .name("wechat-photos-" + reportId)
                        .start(() -> fetch(platform, attachments, finish, clock, reportId, mediaIds));
            }
        };
        return new TalkOnWeChat(
                conversations, takeIn, reports, photos, report -> progress(report, reports, directory), random, clock);
    }

    /** What the platform cannot give is missing and named in the log; the report stands without it. */
    private static void fetch(
            WeChatApi platform,
            Attachments attachments,
            FinishUpload finish,
            Clock clock,
            String reportId,
            List<String> mediaIds) {
        for (String mediaId : mediaIds) {
            try {
                Optional<byte[]> bytes = platform.media(mediaId, (int) DeclarationReading.MOST_BYTES);
                if (bytes.isPresent()) {
                    keep(attachments, finish, clock, reportId, mediaId, bytes.get());
                } else {
                    LOG.atWarn().addKeyValue("reportId", reportId).log("The platform has a photo no more");
                }
            } catch (IOException e) {
                LOG.atWarn().addKeyValue("reportId", reportId).log("A photo was not fetched: {}", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void keep(
            Attachments attachments, FinishUpload finish, Clock clock, String reportId, String mediaId, byte[] bytes)
            throws IOException {
        String id = UUID.nameUUIDFromBytes(("wechat/" + reportId + "/" + mediaId).getBytes(StandardCharsets.UTF_8))
                .toString();
        AttachmentForm form = new AttachmentForm(id, "REPORT", reportId, null, null, (long) bytes.length, null);
        if (DeclarationReading.of(form, UPLOADER, clock.instant())
                        instanceof DeclarationReading.Readable(Attachment photo)
                && attachments.declare(photo) == Attachments.Declared.NEW
                && attachments.append(id, 0, bytes, bytes.length)) {
            finish.finish(id);
        }
    }

    /** What anybody may know who knows the number. */
    private static String progress(Report report, GuestReports reports, DirectoryCopy directory) {
        TrackingAnswer known =
                TrackingAnswer.of(report, reports.carrying(report), false, directory.ifReady(), false, List.of());
        Words unit = known.unit();
        StringBuilder text = new StringBuilder("编号 ")
                .append(known.trackingNumber())
                .append("：")
                .append(known.stage().zh());
        if (unit != null) {
            text.append("；承办单位 ").append(unit.zh());
        }
        if (known.promisedAt() != null) {
            text.append("；承诺 ")
                    .append(TIME.format(known.promisedAt().atZone(HttpJson.ZONE)))
                    .append(" 前办结");
        }
        return text.append("。").toString();
    }
}
