package io.wangge.intake.desk;

import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.attachment.Blobs;
import io.wangge.intake.attachment.Inspection;
import io.wangge.intake.attachment.Inspection.Fit;
import io.wangge.intake.attachment.Inspection.Unfit;
import io.wangge.intake.attachment.Kept;
import io.wangge.intake.attachment.VirusScan;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Turns a whole upload into a stored attachment, or says why it cannot become one. */
public final class FinishUpload {
    /** Far longer than a picture takes; after it somebody else may try. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int AT_ONCE = 50;

    private final Attachments attachments;
    private final Blobs blobs;
    private final Inspection inspection;
    private final VirusScan scan;
    private final Supplier<String> blobIds;
    private final InstantSource clock;

    public FinishUpload(
            Attachments attachments,
            Blobs blobs,
            Inspection inspection,
            VirusScan scan,
            Supplier<String> blobIds,
            InstantSource clock) {
        this.attachments = attachments;
        this.blobs = blobs;
        this.inspection = inspection;
        this.scan = scan;
        this.blobIds = blobIds;
        this.clock = clock;
    }

    /**
     * Looks into the upload if it is whole and nobody else does.
     *
     * @throws IOException when a scanner or a disk is away; the upload stays whole and is tried again
     */
    public void finish(String id) throws IOException {
        Optional<Attachment> found = attachments.find(id).filter(Attachment::waitsForInspection);
        if (found.isEmpty() || !attachments.claim(id, clock.instant(), LEASE)) {
            return;
        }
        try {
            inspect(found.get());
        } catch (IOException | RuntimeException e) {
            attachments.release(id);
            throw e;
        }
    }

    /** Uploads that a crash or an absent scanner left: oldest first. @return how many could be tried */
    public int finishWaiting() throws IOException {
        List<String> waiting = attachments.waiting(clock.instant(), AT_ONCE);
        for (String id : waiting) {
            finish(id);
        }
        return waiting.size();
    }

    /** What was declared and never came makes room again. @param after how long that takes */
    public void giveUp(Duration after) {
        attachments
                .overdue(clock.instant().minus(after), AT_ONCE)
                .forEach(id -> attachments.fail(id, "file-never-arrived"));
    }

    private void inspect(Attachment attachment) throws IOException {
        Path workplace = Files.createTempDirectory("wangge-upload");
        try {
            Path upload = workplace.resolve("upload");
            String sha256 = copy(attachment, upload);
            if (attachment.sha256() != null && !attachment.sha256().equals(sha256)) {
                attachments.fail(attachment.id(), "file-checksum-mismatch");
                return;
            }
            Optional<Kept> known = attachments.knownContent(sha256);
            if (known.isPresent()) {
                attachments.store(attachment.id(), known.get().again(now()));
                return;
            }
            if (!scan.isClean(upload)) {
                attachments.fail(attachment.id(), "file-infected");
                return;
            }
            switch (inspection.inspect(upload, workplace)) {
                case Unfit(String reason) -> attachments.fail(attachment.id(), reason);
                case Fit fit -> attachments.store(attachment.id(), kept(fit, sha256));
            }
        } finally {
            clear(workplace);
        }
    }

    private Kept kept(Fit fit, String sha256) throws IOException {
        return new Kept(
                fit.type(),
                Files.size(fit.content()),
                put(fit.content()),
                fit.thumbnail() == null ? null : put(fit.thumbnail()),
                fit.width(),
                fit.height(),
                fit.takenAt(),
                fit.takenWhere(),
                sha256,
                now());
    }

    private String put(Path file) throws IOException {
        String id = blobIds.get();
        blobs.put(id, file);
        return id;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private String copy(Attachment attachment, Path to) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = attachments.open(attachment);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
