package io.wangge.intake.http.guest;

import io.wangge.contracts.Refused;
import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachment.Owner;
import io.wangge.intake.attachment.AttachmentForm;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.attachment.Blobs;
import io.wangge.intake.attachment.DeclarationReading;
import io.wangge.intake.attachment.ReleasedPhoto;
import io.wangge.intake.attachment.ReleasedPhotos;
import io.wangge.intake.desk.FinishUpload;
import io.wangge.intake.http.Faults;
import io.wangge.intake.http.attachment.SignedLinks.FilePart;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Photos of people without an account, and photos that anybody may see. */
@RestController
class PublicPhotoController {
    private static final String UPLOADER = "web";
    private static final int PIECE = 512 * 1024;

    private final GuestDoor door;
    private final Receipts receipts;
    private final Attachments attachments;
    private final FinishUpload finish;
    private final ReleasedPhotos released;
    private final Blobs blobs;
    private final PublicSettings settings;
    private final InstantSource clock;

    PublicPhotoController(
            GuestDoor door,
            Receipts receipts,
            Attachments attachments,
            FinishUpload finish,
            ReleasedPhotos released,
            Blobs blobs,
            PublicSettings settings,
            InstantSource clock) {
        this.door = door;
        this.receipts = receipts;
        this.attachments = attachments;
        this.finish = finish;
        this.released = released;
        this.blobs = blobs;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param state EXPECTED while it waits to be looked into, STORED, or FAILED */
    record PhotoAnswer(String id, String state, @Nullable String failure) {}

    /**
     * One photo in one piece, by whoever holds the receipt. Sent again under the same id it goes on where it broke.
     *
     * @param reportId of the report that the receipt is of
     */
    @PutMapping("/api/v1/public/photos/{id}")
    PhotoAnswer send(
            @PathVariable String id,
            @RequestParam String reportId,
            @RequestHeader(name = "X-Receipt", required = false) @Nullable String receipt,
            HttpServletRequest request)
            throws IOException {
        door.mustBeOpen();
        if (!receipts.isGood(reportId, receipt)) {
            throw new ProblemException(401, "receipt-needed");
        }
        Attachment photo = declared(id, reportId, request.getContentLengthLong());
        if (photo.state() == Attachment.State.EXPECTED) {
            read(photo, request.getInputStream());
            finish.finish(photo.id());
        }
        Attachment now = attachments.find(photo.id()).orElse(photo);
        return new PhotoAnswer(now.id(), now.state().name(), now.failure());
    }

    private Attachment declared(String id, String reportId, long size) {
        AttachmentForm form = new AttachmentForm(id, "REPORT", reportId, null, null, size, null);
        return switch (DeclarationReading.of(form, UPLOADER, clock.instant())) {
            case DeclarationReading.Faulty faulty -> throw Faults.problem(faulty.faults());
            case DeclarationReading.Readable(Attachment photo) -> {
                Attachment earlier = attachments.find(photo.id()).orElse(null);
                if (earlier != null) {
                    if (!earlier.isDeclaredAgainBy(photo)) {
                        throw new ProblemException(409, Refused.of("same-id-other-content"));
                    }
                    yield earlier;
                }
                long others = attachments.of(new Owner(Owner.Kind.REPORT, reportId)).stream()
                        .filter(other -> other.uploaderId().equals(UPLOADER))
                        .count();
                if (others >= settings.photos()) {
                    throw new ProblemException(409, new Refused("too-many-photos", Map.of("max", settings.photos())));
                }
                if (attachments.declare(photo) == Attachments.Declared.OWNER_FULL) {
                    throw new ProblemException(
                            409,
                            new Refused(
                                    "attachments-full",
                                    Map.of("max", Attachments.MOST_BYTES_OF_AN_OWNER / (1024 * 1024))));
                }
                yield photo;
            }
        };
    }

    /** What came before a break is skipped; a body that ends early leaves the rest expected. */
    private void read(Attachment photo, InputStream body) throws IOException {
        body.skipNBytes(photo.received());
        byte[] piece = new byte[PIECE];
        long offset = photo.received();
        for (int length = body.readNBytes(piece, 0, PIECE); length > 0; length = body.readNBytes(piece, 0, PIECE)) {
            if (!attachments.append(photo.id(), offset, piece, length)) {
                throw new ProblemException(409, Refused.of("same-id-other-content"));
            }
            offset += length;
        }
    }

    @GetMapping("/api/v1/public/photos/{id}")
    void released(
            @PathVariable String id,
            @RequestParam(defaultValue = "CONTENT") FilePart part,
            HttpServletResponse response)
            throws IOException {
        door.mustBeOpen();
        ReleasedPhoto photo = released.find(id).orElseThrow(PublicPhotoController::gone);
        String blob = part == FilePart.CONTENT ? photo.blobId() : photo.thumbnailId();
        try (InputStream content = blobs.open(blob).orElseThrow(PublicPhotoController::gone)) {
            response.setContentType("image/jpeg");
            // Short: a clerk may take it back.
            response.setHeader("Cache-Control", "public, max-age=60");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            content.transferTo(response.getOutputStream());
        }
    }

    private static ProblemException gone() {
        return new ProblemException(404, ProblemCodes.NOT_FOUND);
    }
}
