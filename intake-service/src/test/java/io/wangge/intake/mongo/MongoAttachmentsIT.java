package io.wangge.intake.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachment.Moment;
import io.wangge.intake.attachment.Attachment.Owner;
import io.wangge.intake.attachment.Attachment.State;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.attachment.Attachments.Declared;
import io.wangge.intake.attachment.Inspection;
import io.wangge.intake.attachment.VirusScan;
import io.wangge.intake.desk.FinishUpload;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoAttachmentsIT {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static IntakeStore store;
    private static Attachments attachments;
    private static GridFsBlobs blobs;

    @BeforeAll
    static void open() {
        store = new IntakeStore();
        attachments = new MongoAttachments(store.database);
        blobs = new GridFsBlobs(store.database);
    }

    @BeforeEach
    void empty() {
        store.database.getCollection(MongoAttachments.COLLECTION).deleteMany(new Document());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void an_attachment_comes_back_as_it_was_declared() {
        Attachment declared = of(UUID.randomUUID().toString(), 10);

        assertThat(attachments.declare(declared)).isEqualTo(Declared.NEW);
        assertThat(attachments.declare(declared)).isEqualTo(Declared.ID_TAKEN);
        assertThat(attachments.find(declared.id())).contains(declared);
        assertThat(attachments.of(declared.owner())).containsExactly(declared);
    }

    @Test
    void however_many_declare_at_once_an_owner_has_fifty_megabytes() throws Exception {
        String owner = UUID.randomUUID().toString();
        List<Declared> outcomes = atOnce(12, () -> attachments.declare(of(owner, 10L * 1024 * 1024)));

        assertThat(Collections.frequency(outcomes, Declared.NEW)).isEqualTo(5);
        assertThat(Collections.frequency(outcomes, Declared.OWNER_FULL)).isEqualTo(7);
    }

    @Test
    void of_many_senders_at_one_offset_one_is_taken_and_nothing_is_left_of_the_others() throws Exception {
        Attachment declared = declared(30);
        List<Boolean> outcomes = atOnce(8, () -> attachments.append(declared.id(), 0, new byte[10], 10));

        assertThat(Collections.frequency(outcomes, true)).isEqualTo(1);
        assertThat(attachments.append(declared.id(), 0, new byte[10], 10)).isFalse();
        assertThat(attachments.append(declared.id(), 20, new byte[10], 10)).isFalse();
        assertThat(attachments.append(declared.id(), 10, new byte[21], 21)).isFalse();
        assertThat(store.database
                        .getCollection(MongoAttachments.PARTS)
                        .countDocuments(new Document("attachment", declared.id())))
                .isEqualTo(1);
    }

    @Test
    void bytes_come_back_in_their_order() throws IOException {
        Attachment declared = declared(5);
        attachments.append(declared.id(), 0, new byte[] {1, 2, 9, 9}, 2);
        attachments.append(declared.id(), 2, new byte[] {3}, 1);
        attachments.append(declared.id(), 3, new byte[] {4, 5}, 2);

        assertThat(attachments.open(declared).readAllBytes()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void of_many_who_would_look_into_an_upload_one_does_until_its_lease_is_over() throws Exception {
        Attachment whole = whole();

        assertThat(attachments.waiting(NOON, 10)).containsExactly(whole.id());
        assertThat(Collections.frequency(atOnce(8, () -> attachments.claim(whole.id(), NOON, LEASE)), true))
                .isEqualTo(1);
        assertThat(attachments.waiting(NOON, 10)).isEmpty();
        assertThat(attachments.waiting(NOON.plus(LEASE), 10)).containsExactly(whole.id());
    }

    @Test
    void what_a_crash_or_an_absent_scanner_left_is_finished_by_the_sweep() throws IOException {
        Attachment whole = whole();
        VirusScan away = file -> {
            throw new IOException("away");
        };
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> finishing(away).finish(whole.id()))
                .isInstanceOf(IOException.class);
        assertThat(attachments.find(whole.id()).orElseThrow().state()).isEqualTo(State.EXPECTED);

        finishing(VirusScan.NONE).finishWaiting();

        Attachment stored = attachments.find(whole.id()).orElseThrow();
        assertThat(stored.state()).isEqualTo(State.STORED);
        assertThat(blobs.open(stored.kept().blobId()).orElseThrow().readAllBytes())
                .containsExactly(7);
        assertThat(attachments.knownContent(stored.kept().sourceSha256())).contains(stored.kept());
    }

    @Test
    void an_infected_upload_is_refused() throws IOException {
        Attachment whole = whole();
        finishing(file -> false).finish(whole.id());

        assertThat(attachments.find(whole.id()).orElseThrow().failure()).isEqualTo("file-infected");
    }

    @Test
    void what_never_came_makes_room_again_and_what_came_stays() {
        Attachment half = declared(10);
        attachments.append(half.id(), 0, new byte[5], 5);
        Attachment whole = whole();
        FinishUpload later = new FinishUpload(
                attachments,
                blobs,
                PAPER,
                VirusScan.NONE,
                () -> UUID.randomUUID().toString(),
                InstantSource.fixed(NOON.plus(Duration.ofDays(31))));

        later.giveUp(Duration.ofDays(30));

        assertThat(attachments.find(half.id()).orElseThrow().failure()).isEqualTo("file-never-arrived");
        assertThat(attachments.find(whole.id()).orElseThrow().state()).isEqualTo(State.EXPECTED);
        assertThat(attachments.append(half.id(), 5, new byte[5], 5)).isFalse();
    }

    private static final Inspection PAPER =
            (upload, workplace) -> new Inspection.Fit("application/pdf", upload, null, null, null, null, null);

    private static FinishUpload finishing(VirusScan scan) {
        return new FinishUpload(
                attachments, blobs, PAPER, scan, () -> UUID.randomUUID().toString(), InstantSource.fixed(NOON));
    }

    private static Attachment whole() {
        Attachment declared = declared(1);
        attachments.append(declared.id(), 0, new byte[] {7}, 1);
        return attachments.find(declared.id()).orElseThrow();
    }

    private static Attachment declared(long size) {
        Attachment attachment = of(UUID.randomUUID().toString(), size);
        attachments.declare(attachment);
        return attachment;
    }

    private static Attachment of(String owner, long size) {
        return new Attachment(
                UUID.randomUUID().toString(),
                new Owner(Owner.Kind.REPORT, owner),
                Moment.AFTER,
                "井盖.jpg",
                size,
                null,
                "staff-1",
                NOON,
                State.EXPECTED,
                0,
                null,
                null);
    }

    private static <T> List<T> atOnce(int times, Callable<T> deed) throws Exception {
        List<T> outcomes = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> future : callers.invokeAll(Collections.nCopies(times, deed))) {
                outcomes.add(future.get());
            }
        }
        return outcomes;
    }
}
