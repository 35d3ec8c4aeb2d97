package io.wangge.intake.attachment;

import io.wangge.intake.attachment.Attachment.Moment;
import io.wangge.intake.attachment.Attachment.Owner;
import io.wangge.intake.attachment.Attachment.State;
import io.wangge.intake.report.FieldFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What came of reading a declaration: an attachment that is expected, or everything that is wrong with it. */
public sealed interface DeclarationReading {
    /** 10 MB each (peers.md: the national practice). */
    long MOST_BYTES = 10L * 1024 * 1024;

    int NAME_LIMIT = 200;
    Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    record Readable(Attachment attachment) implements DeclarationReading {}

    record Faulty(List<FieldFault> faults) implements DeclarationReading {}

    /** @param uploaderId who declares it */
    static DeclarationReading of(AttachmentForm form, String uploaderId, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        uuid("id", form.id(), faults);
        uuid("ownerId", form.ownerId(), faults);
        oneOf("ownerKind", form.ownerKind(), Owner.Kind.values(), true, faults);
        oneOf("moment", form.moment(), Moment.values(), false, faults);
        size(form.size(), faults);
        if (form.sha256() != null && !SHA_256.matcher(form.sha256()).matches()) {
            faults.add(FieldFault.of("sha256", "not-a-checksum"));
        }
        if (form.fileName() != null && form.fileName().length() > NAME_LIMIT) {
            faults.add(new FieldFault("fileName", "too-long", Map.of("max", NAME_LIMIT)));
        }
        return faults.isEmpty() ? new Readable(attachment(form, uploaderId, now)) : new Faulty(faults);
    }

    private static Attachment attachment(AttachmentForm form, String uploaderId, Instant now) {
        String moment = form.moment();
        String sha256 = form.sha256();
        return new Attachment(
                lower(form.id()),
                new Owner(Owner.Kind.valueOf(Objects.requireNonNull(form.ownerKind())), lower(form.ownerId())),
                moment == null ? Moment.BEFORE : Moment.valueOf(moment),
                named(form.fileName()),
                Objects.requireNonNull(form.size()),
                sha256 == null ? null : lower(sha256),
                uploaderId,
                Instant.ofEpochMilli(now.toEpochMilli()),
                State.EXPECTED,
                0,
                null,
                null);
    }

    private static String lower(@Nullable String value) {
        return Objects.requireNonNull(value).strip().toLowerCase(Locale.ROOT);
    }

    /** The name alone, as people gave it: no folder, nothing that cannot be seen. */
    private static @Nullable String named(@Nullable String fileName) {
        if (fileName == null) {
            return null;
        }
        String bare = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"]", "")
                .strip();
        return bare.isEmpty() ? null : bare;
    }

    private static void uuid(String field, @Nullable String value, List<FieldFault> faults) {
        if (value == null) {
            faults.add(FieldFault.of(field, "required"));
        } else if (!UUID.matcher(value.strip()).matches()) {
            faults.add(FieldFault.of(field, "not-a-uuid"));
        }
    }

    private static void oneOf(
            String field, @Nullable String value, Enum<?>[] allowed, boolean needed, List<FieldFault> faults) {
        if (value == null) {
            if (needed) {
                faults.add(FieldFault.of(field, "required"));
            }
            return;
        }
        List<String> names = Arrays.stream(allowed).map(Enum::name).toList();
        if (!names.contains(value)) {
            faults.add(new FieldFault(field, "unknown-value", Map.of("allowed", String.join(", ", names))));
        }
    }

    private static void size(@Nullable Long size, List<FieldFault> faults) {
        if (size == null) {
            faults.add(FieldFault.of("size", "required"));
        } else if (size < 1 || size > MOST_BYTES) {
            faults.add(new FieldFault("size", "file-too-large", Map.of("min", 1, "max", MOST_BYTES)));
        }
    }
}
