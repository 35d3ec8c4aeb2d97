package io.wangge.intake.http.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachment.Moment;
import io.wangge.intake.attachment.Attachment.Owner;
import io.wangge.intake.attachment.Attachment.State;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.mongo.MongoAttachments;
import io.wangge.localstack.TestBackend;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts, at every read, the bytes that were taken from the network and are not in the store yet. */
class ConstantMemoryIT {
    private static final int PART = 256 * 1024;
    private static final int MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10})
    void a_photo_of_any_size_is_held_a_part_at_a_time(int megabytes) throws Exception {
        try (MongoClient mongo = MongoClients.create(TestBackend.shared().mongoUri())) {
            Attachments attachments =
                    new MongoAttachments(mongo.getDatabase(TestBackend.shared().freshDatabase()));
            Attachment photo = photo(megabytes * MEGABYTE);
            attachments.declare(photo);
            UploadInfo info = new UploadInfo();
            info.setId(new UploadId(photo.id()));
            info.setLength(photo.size());
            info.setOffset(0L);
            Network network = new Network(attachments, photo);

            new TusStorage(attachments).append(info, network);

            assertThat(network.taken).isEqualTo(photo.size());
            assertThat(attachments.find(photo.id()).orElseThrow().received()).isEqualTo(photo.size());
            assertThat(network.mostHeld).isPositive().isLessThanOrEqualTo(PART);
        }
    }

    private static Attachment photo(long size) {
        return new Attachment(
                UUID.randomUUID().toString(),
                new Owner(Owner.Kind.REPORT, UUID.randomUUID().toString()),
                Moment.BEFORE,
                "现场.jpg",
                size,
                null,
                "staff-worker-1",
                Instant.parse("2026-11-22T04:00:00Z"),
                State.EXPECTED,
                0,
                null,
                null);
    }

    /** Never ends by itself, as a body that somebody sends on and on. */
    private static final class Network extends InputStream {
        private final Attachments attachments;
        private final Attachment photo;
        private long taken;
        private long mostHeld;

        Network(Attachments attachments, Attachment photo) {
            this.attachments = attachments;
            this.photo = photo;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("Read in pieces");
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int piece = Math.min(length, 32 * 1024);
            taken += piece;
            long stored = attachments.find(photo.id()).orElseThrow().received();
            mostHeld = Math.max(mostHeld, taken - stored);
            return piece;
        }
    }
}
