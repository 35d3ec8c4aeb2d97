package io.wangge.intake.desk;

import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachment.Moment;
import io.wangge.intake.attachment.Attachment.Owner;
import io.wangge.intake.attachment.Attachment.State;
import io.wangge.intake.attachment.Attachments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Photos that came along with a report in one call. They become its attachments as those that are sent apart do; one that is
 * no photo fails alone, and the report stands.
 */
public final class StoreMedia {
    private static final int PIECE = 512 * 1024;

    private final Attachments attachments;
    private final FinishUpload finish;
    private final InstantSource clock;

    public StoreMedia(Attachments attachments, FinishUpload finish, InstantSource clock) {
        this.attachments = attachments;
        this.finish = finish;
        this.clock = clock;
    }

    /** One file. @param size in bytes */
    public interface Media {
        @Nullable
        String fileName();

        long size();

        InputStream open() throws IOException;
    }

    /**
     * The same call again finds what it brought the first time.
     *
     * @param uploader who sent them, as staff see it
     */
    public void store(String reportId, String uploader, List<? extends Media> all) throws IOException {
        for (int n = 0; n < all.size(); n++) {
            Attachment declared = declared(reportId, uploader, n, all.get(n));
            if (declared.state() == State.EXPECTED) {
                append(declared, all.get(n));
                finished(declared.id());
            }
        }
    }

    private Attachment declared(String reportId, String uploader, int number, Media media) {
        String id = UUID.nameUUIDFromBytes((reportId + "/media/" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
        Attachment attachment = new Attachment(
                id,
                new Owner(Owner.Kind.REPORT, reportId),
                Moment.BEFORE,
                media.fileName(),
                media.size(),
                null,
                uploader,
                Instant.ofEpochMilli(clock.millis()),
                State.EXPECTED,
                0,
                null,
                null);
        attachments.declare(attachment);
        return attachments.find(id).orElse(attachment);
    }

    private void append(Attachment attachment, Media media) throws IOException {
        byte[] piece = new byte[PIECE];
        long offset = attachment.received();
        try (InputStream in = media.open()) {
            in.skipNBytes(offset);
            for (int length = in.readNBytes(piece, 0, PIECE); length > 0; length = in.readNBytes(piece, 0, PIECE)) {
                if (!attachments.append(attachment.id(), offset, piece, length)) {
                    // The same call runs twice; the other one goes on.
                    return;
                }
                offset += length;
            }
        }
    }

    private void finished(String id) {
        try {
            finish.finish(id);
        } catch (IOException e) {
            // It is whole and waits: the sweep tries again when the scanner or the disk is back, and says so.
        }
    }
}
