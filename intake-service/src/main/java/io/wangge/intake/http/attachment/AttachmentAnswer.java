package io.wangge.intake.http.attachment;

import io.wangge.contracts.GeoPoint;
import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Kept;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attachment as it stands. Who sent it is not told: the report says who took it in, as far as the caller may know.
 *
 * @param received bytes that have come
 * @param uploadUrl where the missing bytes go (tus); absent once nothing is missing
 * @param failure code of why it will never be stored
 */
public record AttachmentAnswer(
        String id,
        Attachment.Owner.Kind ownerKind,
        String ownerId,
        Attachment.Moment moment,
        @Nullable String fileName,
        long size,
        Attachment.State state,
        long received,
        @Nullable String uploadUrl,
        Instant declaredAt,
        @Nullable String failure,
        @Nullable String type,
        @Nullable Long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Instant takenAt,
        @Nullable GeoPoint takenWhere,
        @Nullable Instant storedAt) {

    public static AttachmentAnswer of(Attachment of) {
        Kept kept = of.kept();
        boolean incomplete = of.state() == Attachment.State.EXPECTED && !of.isWhole();
        return new AttachmentAnswer(
                of.id(),
                of.owner().kind(),
                of.owner().id(),
                of.moment(),
                of.fileName(),
                of.size(),
                of.state(),
                of.received(),
                incomplete ? UploadController.UPLOADS + "/" + of.id() : null,
                of.declaredAt(),
                of.failure(),
                kept == null ? null : kept.type(),
                kept == null ? null : kept.bytes(),
                kept == null ? null : kept.width(),
                kept == null ? null : kept.height(),
                kept == null ? null : kept.takenAt(),
                kept == null ? null : kept.takenWhere(),
                kept == null ? null : kept.storedAt());
    }
}
