package io.wangge.intake.http.attachment;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachment.Owner;
import io.wangge.intake.attachment.AttachmentForm;
import io.wangge.intake.attachment.DeclarationReading;
import io.wangge.intake.desk.DeclareAttachment;
import io.wangge.intake.desk.DeclareAttachment.Outcome;
import io.wangge.intake.desk.ReadAttachments;
import io.wangge.intake.http.Faults;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 附件 over HTTP: declared, listed; their bytes go through {@link UploadController} and {@link FileController}. */
@RestController
@RequestMapping("/api/v1/attachments")
class AttachmentController {
    private final DeclareAttachment declare;
    private final ReadAttachments read;
    private final InstantSource clock;

    AttachmentController(DeclareAttachment declare, ReadAttachments read, InstantSource clock) {
        this.declare = declare;
        this.read = read;
        this.clock = clock;
    }

    /** 201 for a new one, 200 with how it stands when it is declared again, 409 for another one under the same id. */
    @PostMapping
    ResponseEntity<AttachmentAnswer> declare(@RequestBody AttachmentForm form, Caller caller) {
        Attachment attachment = switch (DeclarationReading.of(form, caller.staffId(), clock.instant())) {
            case DeclarationReading.Readable readable -> readable.attachment();
            case DeclarationReading.Faulty faulty -> throw Faults.problem(faulty.faults());
        };
        return switch (declare.declare(caller, attachment)) {
            case Outcome.New(Attachment fresh) ->
                ResponseEntity.created(URI.create("/api/v1/attachments/" + fresh.id()))
                        .body(AttachmentAnswer.of(fresh));
            case Outcome.Repeated(Attachment earlier) -> ResponseEntity.ok(AttachmentAnswer.of(earlier));
            case Outcome.NotAllowed(Refused refused) -> throw Faults.refused(refused);
        };
    }

    @GetMapping("/{id}")
    AttachmentAnswer one(@PathVariable String id, Caller caller) {
        return read.find(caller, id.toLowerCase(Locale.ROOT))
                .map(AttachmentAnswer::of)
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    /** All of one report or case. */
    record ListAnswer(List<AttachmentAnswer> items) {}

    @GetMapping
    ListAnswer of(@RequestParam String ownerKind, @RequestParam String ownerId, Caller caller) {
        Owner.Kind kind = Arrays.stream(Owner.Kind.values())
                .filter(known -> known.name().equals(ownerKind))
                .findAny()
                .orElseThrow(() -> Faults.unknownValue("ownerKind", "REPORT, CASE"));
        return new ListAnswer(read.of(caller, new Owner(kind, ownerId.toLowerCase(Locale.ROOT))).stream()
                .map(AttachmentAnswer::of)
                .toList());
    }
}
