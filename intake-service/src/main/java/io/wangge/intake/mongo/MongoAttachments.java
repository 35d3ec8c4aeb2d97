package io.wangge.intake.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachment.Owner;
import io.wangge.intake.attachment.Attachment.State;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.attachment.Kept;
import io.wangge.kit.store.Inserts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/**
 * The collections {@code attachments}, {@code attachment_owners} (how much each owner has) and {@code upload_parts} (bytes
 * that are still coming). A part counts once the attachment names it, and it names the next only at its own end, so that
 * two senders at one moment, or on two replicas, never mix.
 */
public final class MongoAttachments implements Attachments {
    static final String COLLECTION = "attachments";
    static final String OWNERS = "attachment_owners";
    static final String PARTS = "upload_parts";

    private final MongoCollection<Document> attachments;
    private final MongoCollection<Document> owners;
    private final MongoCollection<Document> parts;

    public MongoAttachments(MongoDatabase database) {
        this.attachments = database.getCollection(COLLECTION);
        this.owners = database.getCollection(OWNERS);
        this.parts = database.getCollection(PARTS);
    }

    @Override
    public Declared declare(Attachment attachment) {
        if (!makeRoom(attachment)) {
            return Declared.OWNER_FULL;
        }
        return Inserts.first(attachments, AttachmentMapper.document(attachment)) ? Declared.NEW : Declared.ID_TAKEN;
    }

    /** Before the attachment itself: a crash between leaves its id here, and the same declaration again finds it. */
    private boolean makeRoom(Attachment attachment) {
        String owner = AttachmentMapper.ownerId(attachment.owner());
        Bson withRoom = Filters.and(
                Filters.eq("_id", owner),
                Filters.lte("bytes", MOST_BYTES_OF_AN_OWNER - attachment.size()),
                Filters.ne("ids", attachment.id()));
        try {
            owners.updateOne(
                    withRoom,
                    Updates.combine(Updates.inc("bytes", attachment.size()), Updates.push("ids", attachment.id())),
                    new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return isCounted(owner, attachment) || hasRoom(owner, attachment) && makeRoom(attachment);
        }
    }

    private boolean isCounted(String owner, Attachment attachment) {
        return owners.countDocuments(Filters.and(Filters.eq("_id", owner), Filters.eq("ids", attachment.id()))) > 0;
    }

    /** Then the owner's document came into being at the same moment, and now it is there to be matched. */
    private boolean hasRoom(String owner, Attachment attachment) {
        return owners.countDocuments(Filters.and(
                        Filters.eq("_id", owner), Filters.lte("bytes", MOST_BYTES_OF_AN_OWNER - attachment.size())))
                > 0;
    }

    @Override
    public Optional<Attachment> find(String id) {
        return Optional.ofNullable(attachments.find(Filters.eq("_id", id)).first())
                .map(AttachmentMapper::attachment);
    }

    @Override
    public List<Attachment> findAll(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : read(Filters.in("_id", ids));
    }

    @Override
    public List<Attachment> of(Owner owner) {
        return read(Filters.eq(AttachmentMapper.OWNER, AttachmentMapper.ownerId(owner)));
    }

    private List<Attachment> read(Bson filter) {
        return attachments
                .find(filter)
                .sort(Sorts.ascending("declaredAt", "_id"))
                .map(AttachmentMapper::attachment)
                .into(new ArrayList<>());
    }

    @Override
    public boolean append(String id, long offset, byte[] bytes, int length) {
        ObjectId part = new ObjectId();
        byte[] exactly = length == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, length);
        parts.insertOne(new Document("_id", part).append("attachment", id).append("bytes", new Binary(exactly)));
        boolean added = attachments
                        .updateOne(
                                Filters.and(
                                        Filters.eq("_id", id),
                                        Filters.eq("state", State.EXPECTED.name()),
                                        Filters.eq("received", offset),
                                        Filters.gte("size", offset + length)),
                                Updates.combine(Updates.set("received", offset + length), Updates.push("parts", part)))
                        .getModifiedCount()
                == 1;
        if (!added) {
            parts.deleteOne(Filters.eq("_id", part));
        }
        return added;
    }

    @Override
    public InputStream open(Attachment attachment) throws IOException {
        Document document = attachments
                .find(Filters.eq("_id", attachment.id()))
                .projection(Projections.include("parts"))
                .first();
        List<ObjectId> ids = document == null ? null : document.getList("parts", ObjectId.class);
        return new PartsInputStream(parts, ids == null ? List.of() : ids);
    }

    @Override
    public boolean claim(String id, Instant now, Duration lease) {
        Bson free = Filters.and(Filters.eq("_id", id), Filters.eq("state", State.EXPECTED.name()), unclaimed(now));
        return attachments
                        .updateOne(free, Updates.set("claimedUntil", Date.from(now.plus(lease))))
                        .getModifiedCount()
                == 1;
    }

    private static Bson unclaimed(Instant now) {
        return Filters.not(Filters.gt("claimedUntil", Date.from(now)));
    }

    @Override
    public void release(String id) {
        attachments.updateOne(Filters.eq("_id", id), Updates.unset("claimedUntil"));
    }

    @Override
    public void store(String id, Kept kept) {
        attachments.updateOne(
                expected(id),
                Updates.combine(
                        Updates.set("state", State.STORED.name()),
                        Updates.set("kept", AttachmentMapper.document(kept)),
                        Updates.unset("parts"),
                        Updates.unset("claimedUntil")));
        parts.deleteMany(Filters.eq("attachment", id));
    }

    @Override
    public void fail(String id, String reason) {
        Optional<Attachment> failed = find(id);
        attachments.updateOne(
                expected(id),
                Updates.combine(
                        Updates.set("state", State.FAILED.name()),
                        Updates.set("failure", reason),
                        Updates.unset("parts"),
                        Updates.unset("claimedUntil")));
        parts.deleteMany(Filters.eq("attachment", id));
        failed.ifPresent(attachment -> owners.updateOne(
                Filters.and(Filters.eq("_id", AttachmentMapper.ownerId(attachment.owner())), Filters.eq("ids", id)),
                Updates.combine(Updates.inc("bytes", -attachment.size()), Updates.pull("ids", id))));
    }

    private static Bson expected(String id) {
        return Filters.and(Filters.eq("_id", id), Filters.eq("state", State.EXPECTED.name()));
    }

    @Override
    public Optional<Kept> knownContent(String sourceSha256) {
        return Optional.ofNullable(attachments
                        .find(Filters.and(
                                Filters.eq("kept.sourceSha256", sourceSha256),
                                Filters.eq("state", State.STORED.name())))
                        .first())
                .flatMap(document -> AttachmentMapper.attachment(document).content());
    }

    @Override
    public List<String> waiting(Instant now, int atMost) {
        return idsOf(
                Filters.and(
                        Filters.eq("state", State.EXPECTED.name()),
                        Filters.expr(new Document("$eq", List.of("$received", "$size"))),
                        unclaimed(now)),
                atMost);
    }

    @Override
    public List<String> overdue(Instant declaredBefore, int atMost) {
        return idsOf(
                Filters.and(
                        Filters.eq("state", State.EXPECTED.name()),
                        Filters.lt("declaredAt", Date.from(declaredBefore)),
                        Filters.expr(new Document("$lt", List.of("$received", "$size")))),
                atMost);
    }

    /** Index {@code expected_attachments}. */
    private List<String> idsOf(Bson filter, int atMost) {
        return attachments
                .find(filter)
                .sort(Sorts.ascending("declaredAt"))
                .projection(Projections.include("_id"))
                .limit(atMost)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }
}
