package io.wangge.intake.http.attachment;

import io.wangge.contracts.directory.Caller;
import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.attachment.DeclarationReading;
import io.wangge.intake.desk.FinishUpload;
import io.wangge.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import me.desair.tus.server.TusFileUploadService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Resumable upload (tus 1.0.0, with creation): the bytes of a declared attachment go to its own address, in
 * as many pieces as the network allows. HEAD says how far it has come. Only who declared it may send.
 */
@RestController
class UploadController {
    static final String UPLOADS = "/api/v1/attachments/uploads";
    private static final Logger LOG = LoggerFactory.getLogger(UploadController.class);

    private final TusStorage storage;
    private final TusFileUploadService tus;
    private final Attachments attachments;
    private final FinishUpload finish;

    UploadController(Attachments attachments, FinishUpload finish) {
        this.attachments = attachments;
        this.finish = finish;
        this.storage = new TusStorage(attachments);
        this.tus = new TusFileUploadService()
                .withUploadIdFactory(new AttachmentIds())
                .withUploadUri(UPLOADS)
                .withUploadStorageService(storage)
                .withUploadLockingService(new NoLocks())
                .withMaxUploadSize(DeclarationReading.MOST_BYTES)
                // A declaration is taken back by nobody, photos are not put together of others, and the declaration has
                // the checksum of the whole.
                .disableTusExtension("checksum")
                .disableTusExtension("termination")
                .disableTusExtension("concatenation")
                .disableTusExtension("expiration");
    }

    /** For clients that begin every upload themselves: the metadata {@code attachmentId} names what was declared. */
    @RequestMapping(
            path = UPLOADS,
            method = {RequestMethod.POST, RequestMethod.OPTIONS})
    void begin(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        tus.process(request, response, caller.staffId());
    }

    @RequestMapping(
            path = UPLOADS + "/{id}",
            method = {RequestMethod.PATCH, RequestMethod.HEAD, RequestMethod.POST, RequestMethod.OPTIONS})
    void goOn(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Caller caller)
            throws IOException {
        String attachmentId = id.toLowerCase(Locale.ROOT);
        refuseIfFailed(attachmentId, caller);
        try {
            storage.withOffset(offsetIn(request), () -> tus.process(request, response, caller.staffId()));
        } catch (IOException e) {
            // The network broke; what had come is kept, and the sender asks how far that is.
            LOG.atDebug().addKeyValue("attachmentId", attachmentId).log("Upload broken off");
            return;
        } catch (IllegalStateException e) {
            if (!response.isCommitted()) {
                throw e;
            }
            // It broke while the library was about to refuse it.
            return;
        }
        if (response.getStatus() == HttpServletResponse.SC_NO_CONTENT) {
            finish(attachmentId);
            if (hasFailed(attachmentId, caller).isPresent()) {
                response.reset();
                refuseIfFailed(attachmentId, caller);
            }
        }
    }

    /** Null for none and for nonsense, which the library refuses. */
    private static @Nullable Long offsetIn(HttpServletRequest request) {
        String said = request.getHeader("Upload-Offset");
        return said != null && said.matches("\\d{1,15}") ? Long.valueOf(said) : null;
    }

    private void finish(String id) {
        try {
            finish.finish(id);
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("attachmentId", id)
                    .addKeyValue("cause", e.getMessage())
                    .log("Upload could not be looked into; it is tried again");
        }
    }

    private void refuseIfFailed(String id, Caller caller) {
        hasFailed(id, caller).ifPresent(code -> {
            throw new ProblemException(422, code);
        });
    }

    private Optional<String> hasFailed(String id, Caller caller) {
        return attachments
                .find(id)
                .filter(attachment -> attachment.uploaderId().equals(caller.staffId()))
                .map(Attachment::failure);
    }
}
