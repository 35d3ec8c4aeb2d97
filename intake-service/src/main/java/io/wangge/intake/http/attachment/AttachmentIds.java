package io.wangge.intake.http.attachment;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import org.jspecify.annotations.Nullable;

/** An upload has the id of its attachment, which the client made. */
final class AttachmentIds extends UploadIdFactory {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    protected @Nullable Serializable getIdValueIfValid(String extracted) {
        String id = extracted.toLowerCase(Locale.ROOT);
        return UUID.matcher(id).matches() ? id : null;
    }

    @Override
    public UploadId createId() {
        throw new UnsupportedOperationException("The client makes the ids");
    }
}
