package io.wangge.intake.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Blobs;
import io.wangge.intake.attachment.Kept;
import io.wangge.intake.attachment.ReleasedPhoto;
import io.wangge.intake.attachment.ReleasedPhoto.Area;
import io.wangge.intake.attachment.ReleasedPhotos;
import io.wangge.intake.attachment.Veil;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** 照片公开: a clerk looks, paints over faces and number plates, and lets the copy be seen; or takes it back. */
public final class ReleasePhoto {
    private static final List<Role> CLERKS =
            List.of(Role.COMMUNITY_CLERK, Role.DISPATCHER, Role.CALLBACK_CLERK, Role.INSPECTOR);

    private final ReadAttachments reading;
    private final ReleasedPhotos released;
    private final Blobs blobs;
    private final Veil veil;
    private final Supplier<String> blobIds;
    private final InstantSource clock;

    public ReleasePhoto(
            ReadAttachments reading,
            ReleasedPhotos released,
            Blobs blobs,
            Veil veil,
            Supplier<String> blobIds,
            InstantSource clock) {
        this.reading = reading;
        this.released = released;
        this.blobs = blobs;
        this.veil = veil;
        this.blobIds = blobIds;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Released(ReleasedPhoto photo) implements Outcome {}

        record NotAllowed(Refused refused) implements Outcome {}
    }

    /** @param areas to be painted over; none when the clerk found nothing to hide */
    public Outcome release(Caller caller, String attachmentId, List<Area> areas) throws IOException {
        Optional<Refused> refused = mayNot(caller);
        if (refused.isPresent()) {
            return new Outcome.NotAllowed(refused.get());
        }
        Optional<Attachment> attachment = reading.find(caller, attachmentId);
        if (attachment.isEmpty()) {
            return new Outcome.NotAllowed(Refused.of("not-found"));
        }
        Kept kept = attachment.get().kept();
        if (kept == null || kept.thumbnailId() == null) {
            return new Outcome.NotAllowed(Refused.of("not-a-stored-photo"));
        }
        ReleasedPhoto photo = drawn(attachment.get(), kept, areas, caller.staffId());
        released.put(photo);
        return new Outcome.Released(photo);
    }

    /** @return why not; empty when nobody sees it any more */
    public Optional<Refused> withdraw(Caller caller, String attachmentId) {
        Optional<Refused> refused = mayNot(caller);
        if (refused.isPresent()) {
            return refused;
        }
        boolean gone = reading.find(caller, attachmentId).isPresent() && released.withdraw(attachmentId);
        return gone ? Optional.empty() : Optional.of(Refused.of("not-found"));
    }

    private static Optional<Refused> mayNot(Caller caller) {
        return CLERKS.stream().anyMatch(caller::has) ? Optional.empty() : Optional.of(Refused.of("not-allowed"));
    }

    private ReleasedPhoto drawn(Attachment attachment, Kept kept, List<Area> areas, String by) throws IOException {
        Path workplace = Files.createTempDirectory("wangge-release");
        try (InputStream original =
                blobs.open(kept.blobId()).orElseThrow(() -> new IOException("The bytes of a kept photo are missing"))) {
            Veil.Veiled veiled = veil.draw(original, areas, workplace);
            return new ReleasedPhoto(
                    attachment.id(),
                    attachment.owner().id(),
                    attachment.moment(),
                    put(veiled.content()),
                    put(veiled.thumbnail()),
                    areas,
                    by,
                    Instant.ofEpochMilli(clock.millis()));
        } finally {
            clear(workplace);
        }
    }

    private String put(Path file) throws IOException {
        String id = blobIds.get();
        blobs.put(id, file);
        return id;
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
