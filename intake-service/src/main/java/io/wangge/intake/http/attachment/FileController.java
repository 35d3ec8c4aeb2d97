package io.wangge.intake.http.attachment;

import io.wangge.contracts.directory.Caller;
import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.attachment.Blobs;
import io.wangge.intake.attachment.Kept;
import io.wangge.intake.desk.ReadAttachments;
import io.wangge.intake.http.Faults;
import io.wangge.intake.http.attachment.SignedLinks.FilePart;
import io.wangge.intake.report.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The kept bytes: by links that whoever may read an attachment gets, many at a time. */
@RestController
@RequestMapping("/api/v1/attachments")
class FileController {
    /** A screen of thumbnails. */
    private static final int MOST_LINKS = 100;

    private final ReadAttachments read;
    private final Attachments attachments;
    private final Blobs blobs;
    private final SignedLinks links;

    FileController(ReadAttachments read, Attachments attachments, Blobs blobs, SignedLinks links) {
        this.read = read;
        this.attachments = attachments;
        this.blobs = blobs;
        this.links = links;
    }

    record LinksRequest(@Nullable List<@Nullable String> ids) {}

    record LinksAnswer(List<Link> items) {}

    /** @param problem code of why there is no link: {@code not-found}, or {@code not-stored} while its bytes are missing */
    record Link(
            String id,
            @Nullable String url,
            @Nullable String thumbnailUrl,
            @Nullable Instant expiresAt,
            @Nullable String problem) {}

    @PostMapping("/links")
    LinksAnswer links(@RequestBody LinksRequest request, Caller caller) {
        List<@Nullable String> asked = Objects.requireNonNullElse(request.ids(), List.of());
        if (asked.size() > MOST_LINKS) {
            throw Faults.problem(List.of(new FieldFault("ids", "too-many", Map.of("max", MOST_LINKS))));
        }
        List<String> ids = asked.stream()
                .filter(Objects::nonNull)
                .map(id -> id.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        Map<String, Attachment> readable =
                read.readable(caller, ids).stream().collect(Collectors.toMap(Attachment::id, Function.identity()));
        return new LinksAnswer(
                ids.stream().map(id -> link(id, readable.get(id))).toList());
    }

    private Link link(String id, @Nullable Attachment attachment) {
        Kept kept = attachment == null ? null : attachment.kept();
        if (kept == null) {
            return new Link(id, null, null, null, attachment == null ? "not-found" : "not-stored");
        }
        Instant expires = links.expiry();
        return new Link(
                id,
                links.link(id, FilePart.CONTENT, expires),
                kept.thumbnailId() == null ? null : links.link(id, FilePart.THUMBNAIL, expires),
                expires,
                null);
    }

    /** Without a token: the link is the key. */
    @GetMapping("/files/{id}")
    void file(
            @PathVariable String id,
            @RequestParam FilePart part,
            @RequestParam long expires,
            @RequestParam String signature,
            HttpServletResponse response)
            throws IOException {
        if (!links.isGood(id, part, expires, signature)) {
            throw new ProblemException(403, "link-not-good");
        }
        Attachment attachment = attachments.find(id).orElseThrow(FileController::gone);
        Kept kept = attachment.content().orElseThrow(FileController::gone);
        String blob = part == FilePart.CONTENT ? kept.blobId() : kept.thumbnailId();
        try (InputStream content =
                blobs.open(blob == null ? kept.blobId() : blob).orElseThrow(FileController::gone)) {
            describe(attachment, kept, part, response);
            content.transferTo(response.getOutputStream());
        }
    }

    private static void describe(Attachment attachment, Kept kept, FilePart part, HttpServletResponse response) {
        response.setContentType(kept.type());
        if (part == FilePart.CONTENT) {
            response.setContentLengthLong(kept.bytes());
        }
        String name = Objects.requireNonNullElse(attachment.fileName(), attachment.id());
        boolean shown = kept.type().startsWith("image/");
        response.setHeader(
                "Content-Disposition",
                (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Cache-Control", "private, max-age=600");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Whatever a file holds, it runs nothing on our pages.
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private static ProblemException gone() {
        return new ProblemException(404, ProblemCodes.NOT_FOUND);
    }
}
