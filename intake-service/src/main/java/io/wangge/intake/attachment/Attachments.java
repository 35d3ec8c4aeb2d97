package io.wangge.intake.attachment;

import io.wangge.intake.attachment.Attachment.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Every attachment that was declared, and the bytes of those that are still coming. */
public interface Attachments {
    /** 50 MB for all of one report or case (peers.md: the national practice). */
    long MOST_BYTES_OF_AN_OWNER = 50L * 1024 * 1024;

    /** What became of a declaration. */
    enum Declared {
        NEW,
        /** There is one with this id already. */
        ID_TAKEN,
        /** With it, its owner would have too many bytes. */
        OWNER_FULL
    }

    Declared declare(Attachment attachment);

    Optional<Attachment> find(String id);

    /** Those of {@code ids} that there are. */
    List<Attachment> findAll(Collection<String> ids);

    /** All of one report or case, in the order of their declaration. */
    List<Attachment> of(Owner owner);

    /**
     * Adds bytes at the end; durable when it returns.
     *
     * @param offset at which the sender believes the end to be
     * @return false when it is elsewhere, or the attachment expects nothing more; nothing was added then
     */
    boolean append(String id, long offset, byte[] bytes, int length);

    /** What has come so far, from its beginning. */
    InputStream open(Attachment attachment) throws IOException;

    /**
     * Takes on a whole upload to look into it, so that of several who might only one does.
     *
     * @param lease how long nobody else may; it ends so that a crash loses nothing
     * @return false when somebody else has it, or it needs nobody any more
     */
    boolean claim(String id, Instant now, Duration lease);

    /** Gives a claim back undone: what was needed is away. */
    void release(String id);

    void store(String id, Kept kept);

    /** Its size no longer counts for its owner. */
    void fail(String id, String reason);

    /** Content that was uploaded before, with this hash. */
    Optional<Kept> knownContent(String sourceSha256);

    /** Whole uploads that nobody looks into, oldest first. */
    List<String> waiting(Instant now, int atMost);

    /** Declared before that moment and not whole since. */
    List<String> overdue(Instant declaredBefore, int atMost);
}
