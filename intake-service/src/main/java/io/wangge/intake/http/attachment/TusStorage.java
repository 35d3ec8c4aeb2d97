package io.wangge.intake.http.attachment;

import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachment.State;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.attachment.DeclarationReading;
import io.wangge.kit.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.exception.UploadNotFoundException;
import me.desair.tus.server.exception.UploadOffsetMismatchException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UploadStorageService;
import me.desair.tus.server.upload.concatenation.UploadConcatenationService;
import org.jspecify.annotations.Nullable;

/** What the tus library knows of uploads, told from the attachments. An upload takes one buffer, whatever its size. */
final class TusStorage implements UploadStorageService {
    /** Below the limit of a document, and what a bad network loses at most. */
    private static final int PART_BYTES = 256 * 1024;

    private static final String ATTACHMENT_ID = "attachmentId";

    private final Attachments attachments;
    /**
     * Where the sender of this request believes the end to be. The library compares it with what it reads here, then reads
     * again to append; between the two the rest of a broken request may have moved the end.
     */
    private final ThreadLocal<Long> saidOffset = new ThreadLocal<>();

    private UploadIdFactory ids = new AttachmentIds();

    TusStorage(Attachments attachments) {
        this.attachments = attachments;
    }

    /** What a request does. */
    interface Work {
        void run() throws IOException;
    }

    /** @param offset from the request's header; null when it has none */
    void withOffset(@Nullable Long offset, Work work) throws IOException {
        if (offset == null) {
            work.run();
            return;
        }
        saidOffset.set(offset);
        try {
            work.run();
        } finally {
            saidOffset.remove();
        }
    }

    @Override
    public @Nullable UploadInfo getUploadInfo(String uri, String ownerKey) {
        UploadId id = ids.readUploadId(uri);
        return id == null ? null : ofSender(id.toString(), ownerKey).orElse(null);
    }

    @Override
    public @Nullable UploadInfo getUploadInfo(UploadId id) {
        return attachments.find(id.toString()).map(TusStorage::info).orElse(null);
    }

    private Optional<UploadInfo> ofSender(String id, @Nullable String sender) {
        return attachments
                .find(id)
                .filter(attachment -> attachment.uploaderId().equals(sender))
                .map(TusStorage::info);
    }

    private static UploadInfo info(Attachment attachment) {
        UploadInfo info = new UploadInfo();
        info.setId(new UploadId(attachment.id()));
        info.setOwnerKey(attachment.uploaderId());
        info.setLength(attachment.size());
        info.setOffset(attachment.state() == State.STORED ? attachment.size() : attachment.received());
        return info;
    }

    @Override
    public UploadInfo create(UploadInfo wanted, String ownerKey) {
        String id = wanted.getMetadata().get(ATTACHMENT_ID);
        UploadInfo declared = id == null
                ? null
                : ofSender(id.toLowerCase(Locale.ROOT), ownerKey).orElse(null);
        if (declared == null) {
            throw new ProblemException(409, "attachment-not-declared");
        }
        if (wanted.hasLength() && !wanted.getLength().equals(declared.getLength())) {
            throw new ProblemException(409, "attachment-size-differs");
        }
        return declared;
    }

    @Override
    public UploadInfo append(UploadInfo info, InputStream from) throws IOException, TusException {
        byte[] part = new byte[PART_BYTES];
        Long said = saidOffset.get();
        long offset = said == null ? info.getOffset() : said;
        int filled = 0;
        try {
            while (offset + filled < info.getLength()) {
                int most = (int) Math.min(part.length - filled, info.getLength() - offset - filled);
                int read = from.read(part, filled, most);
                if (read < 0) {
                    break;
                }
                filled += read;
                if (filled == part.length) {
                    offset = added(info, offset, part, filled);
                    filled = 0;
                }
            }
        } finally {
            // Also when the network broke in the middle: what has come need not come again.
            offset = added(info, offset, part, filled);
        }
        info.setOffset(offset);
        return info;
    }

    private long added(UploadInfo info, long offset, byte[] part, int length) throws TusException {
        if (length == 0) {
            return offset;
        }
        if (!attachments.append(info.getId().toString(), offset, part, length)) {
            throw new UploadOffsetMismatchException("Somebody else has sent bytes of this upload meanwhile");
        }
        return offset + length;
    }

    @Override
    public String getUploadUri() {
        return ids.getUploadUri();
    }

    @Override
    public long getMaxUploadSize() {
        return DeclarationReading.MOST_BYTES;
    }

    @Override
    public void setMaxUploadSize(Long bytes) {
        // the declaration has its own limit
    }

    @Override
    public void update(UploadInfo info) {
        // nothing of an upload changes but its bytes
    }

    @Override
    public InputStream getUploadedBytes(String uri, String ownerKey) throws IOException, UploadNotFoundException {
        throw new UploadNotFoundException("Bytes are read by links");
    }

    @Override
    public InputStream getUploadedBytes(UploadId id) throws IOException, UploadNotFoundException {
        throw new UploadNotFoundException("Bytes are read by links");
    }

    @Override
    public void copyUploadTo(UploadInfo info, OutputStream to) throws UploadNotFoundException {
        throw new UploadNotFoundException("Bytes are read by links");
    }

    @Override
    public void cleanupExpiredUploads(UploadLockingService locks) {
        // the sweep of attachments does
    }

    @Override
    public void removeLastNumberOfBytes(UploadInfo info, long bytes) {
        // called after every refusal, too; what is stored is right and is never taken back
    }

    @Override
    public void terminateUpload(UploadInfo info) {
        throw new UnsupportedOperationException("Declarations stay");
    }

    @Override
    public @Nullable Long getUploadExpirationPeriod() {
        return null;
    }

    @Override
    public void setUploadExpirationPeriod(@Nullable Long millis) {
        // the sweep of attachments has its own
    }

    @Override
    public void setUploadConcatenationService(UploadConcatenationService service) {
        // not offered
    }

    @Override
    public @Nullable UploadConcatenationService getUploadConcatenationService() {
        return null;
    }

    @Override
    public void setIdFactory(UploadIdFactory factory) {
        this.ids = factory;
    }
}
