package io.wangge.intake.http.attachment;

import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.attachment.Blobs;
import io.wangge.intake.attachment.Inspection;
import io.wangge.intake.attachment.VirusScan;
import io.wangge.intake.desk.DeclareAttachment;
import io.wangge.intake.desk.FinishUpload;
import io.wangge.intake.desk.RandomSource;
import io.wangge.intake.desk.ReadAttachments;
import io.wangge.intake.desk.ReadReports;
import io.wangge.intake.desk.Reports;
import io.wangge.intake.desk.StoreMedia;
import io.wangge.intake.photo.Clamd;
import io.wangge.intake.photo.PhotoInspection;
import io.wangge.kit.recurring.Recurring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The use cases of attachments behind the HTTP door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentDesks {
    @Bean
    DeclareAttachment declareAttachment(Attachments attachments, Reports reports, ReadReports reading) {
        return new DeclareAttachment(attachments, reports, reading);
    }

    @Bean
    ReadAttachments readAttachments(Attachments attachments, Reports reports, ReadReports reading) {
        return new ReadAttachments(attachments, reports, reading);
    }

    /** With the first photo: what knows all file types takes a while to load. */
    @Bean
    @Lazy
    Inspection inspection() {
        return new PhotoInspection(Runtime.getRuntime().maxMemory());
    }

    @Bean
    VirusScan virusScan(AttachmentSettings settings) {
        String clamd = settings.clamd();
        if (clamd == null || clamd.isEmpty()) {
            return VirusScan.NONE;
        }
        int colon = clamd.indexOf(':');
        return new Clamd(clamd.substring(0, colon), Integer.parseInt(clamd.substring(colon + 1)));
    }

    @Bean
    FinishUpload finishUpload(
            Attachments attachments,
            Blobs blobs,
            @Lazy Inspection inspection,
            VirusScan scan,
            RandomSource random,
            Clock clock) {
        return new FinishUpload(attachments, blobs, inspection, scan, random::blobId, clock);
    }

    @Bean
    StoreMedia storeMedia(Attachments attachments, FinishUpload finish, Clock clock) {
        return new StoreMedia(attachments, finish, clock);
    }

    @Bean
    Recurring attachmentSweep(FinishUpload finish, AttachmentSettings settings) {
        return new Recurring(
                "attachment-sweep",
                () -> {
                    finish.giveUp(settings.giveUpAfter());
                    try {
                        finish.finishWaiting();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                settings::sweep);
    }
}
