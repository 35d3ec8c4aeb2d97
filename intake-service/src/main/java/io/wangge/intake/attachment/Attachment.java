package io.wangge.intake.attachment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 附件: one photo or paper, declared before its bytes come, so that a report made without network already says what
 * belongs to it.
 *
 * @param id UUID made by the client
 * @param uploaderId staff id of who declared it; nobody else may send its bytes
 * @param size in bytes, as declared; just so many are taken
 * @param sha256 hex, as declared; null when the client did not count
 * @param received how many bytes have come
 * @param kept present once STORED
 * @param failure reason code once FAILED
 */
public record Attachment(
        String id,
        Owner owner,
        Moment moment,
        @Nullable String fileName,
        long size,
        @Nullable String sha256,
        String uploaderId,
        Instant declaredAt,
        State state,
        long received,
        @Nullable Kept kept,
        @Nullable String failure) {

    /** Whether it shows how things were, or how they are after the work. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    /** How far it has come. */
    public enum State {
        /** Declared; its bytes come, or wait to be looked into. */
        EXPECTED,
        STORED,
        /** Will never be stored; its reason says why. */
        FAILED
    }

    /** @param id of a report, or of a case (which is that of its first report) */
    public record Owner(Kind kind, String id) {
        /** What photos belong to. */
        public enum Kind {
            REPORT,
            CASE
        }
    }

    public boolean isWhole() {
        return received == size;
    }

    /** Whether all bytes are here and nobody has looked into them to the end. */
    public boolean waitsForInspection() {
        return state == State.EXPECTED && isWhole();
    }

    public Optional<Kept> content() {
        return Optional.ofNullable(kept);
    }

    /** Whether {@code other} declares the same thing again. */
    public boolean isDeclaredAgainBy(Attachment other) {
        return owner.equals(other.owner)
                && moment == other.moment
                && size == other.size
                && uploaderId.equals(other.uploaderId)
                && Optional.ofNullable(sha256).equals(Optional.ofNullable(other.sha256));
    }
}
