package io.wangge.intake.mongo;

import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachment.Moment;
import io.wangge.intake.attachment.Attachment.Owner;
import io.wangge.intake.attachment.Attachment.State;
import io.wangge.intake.attachment.Kept;
import io.wangge.intake.mongo.ReportMapper.Fields;
import java.util.Date;
import org.bson.Document;

/** {@link Attachment} ↔ a document of {@code attachments}; parts and claims are the adapter's own. */
final class AttachmentMapper {
    static final String OWNER = "owner";

    private AttachmentMapper() {}

    static String ownerId(Owner owner) {
        return owner.kind().name() + "/" + owner.id();
    }

    static Document document(Attachment attachment) {
        return new Fields()
                .put("_id", attachment.id())
                .put(OWNER, ownerId(attachment.owner()))
                .put("moment", attachment.moment().name())
                .put("fileName", attachment.fileName())
                .put("size", attachment.size())
                .put("sha256", attachment.sha256())
                .put("uploader", attachment.uploaderId())
                .put("declaredAt", Date.from(attachment.declaredAt()))
                .put("state", attachment.state().name())
                .put("received", attachment.received())
                .document;
    }

    static Attachment attachment(Document document) {
        String owner = document.getString(OWNER);
        int slash = owner.indexOf('/');
        return new Attachment(
                document.getString("_id"),
                new Owner(Owner.Kind.valueOf(owner.substring(0, slash)), owner.substring(slash + 1)),
                Moment.valueOf(document.getString("moment")),
                document.getString("fileName"),
                document.getLong("size"),
                document.getString("sha256"),
                document.getString("uploader"),
                document.getDate("declaredAt").toInstant(),
                State.valueOf(document.getString("state")),
                document.getLong("received"),
                ReportMapper.read(document.get("kept", Document.class), AttachmentMapper::kept),
                document.getString("failure"));
    }

    static Document document(Kept kept) {
        return new Fields()
                .put("type", kept.type())
                .put("bytes", kept.bytes())
                .put("blobId", kept.blobId())
                .put("thumbnailId", kept.thumbnailId())
                .put("width", kept.width())
                .put("height", kept.height())
                .put("takenAt", ReportMapper.date(kept.takenAt()))
                .put("takenWhere", ReportMapper.point(kept.takenWhere()))
                .put("sourceSha256", kept.sourceSha256())
                .put("storedAt", ReportMapper.date(kept.storedAt()))
                .document;
    }

    private static Kept kept(Document kept) {
        return new Kept(
                kept.getString("type"),
                kept.getLong("bytes"),
                kept.getString("blobId"),
                kept.getString("thumbnailId"),
                kept.getInteger("width"),
                kept.getInteger("height"),
                ReportMapper.read(kept.getDate("takenAt"), Date::toInstant),
                ReportMapper.read(kept.get("takenWhere", Document.class), ReportMapper::point),
                kept.getString("sourceSha256"),
                kept.getDate("storedAt").toInstant());
    }
}
