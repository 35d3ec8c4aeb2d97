package io.wangge.ledger.mongo.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.audit.AuditEvent.TextsErased;
import io.wangge.contracts.wire.EventJson;
import io.wangge.kit.settings.StartRefused;
import io.wangge.kit.store.StreamDocument;
import io.wangge.ledger.Story;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Finding.Kind;
import io.wangge.ledger.desk.CaseLedger.ReadableEntry;
import io.wangge.ledger.evidence.CaseProofs;
import io.wangge.ledger.evidence.MongoProver;
import io.wangge.ledger.files.ArchiveSettings;
import io.wangge.ledger.files.SealFolder;
import io.wangge.ledger.files.SealSettings;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.mongo.book.ListedEntries;
import io.wangge.ledger.mongo.book.MongoCaseLedger;
import io.wangge.ledger.mongo.callback.CallbackMigrations;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.criticism.MongoAccountability;
import io.wangge.ledger.mongo.rebuild.MongoRebuild;
import io.wangge.ledger.offline.Main;
import io.wangge.ledger.rebuild.Rebuild.Phase;
import io.wangge.ledger.rebuild.Rebuild.Progress;
import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.Page;
import io.wangge.ledger.sealing.ArchiveBook;
import io.wangge.ledger.sealing.Archiver;
import io.wangge.ledger.sealing.Sealer;
import io.wangge.localstack.TestBackend;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two days sealed and archived, a third that stays; cases run over all of them. */
@Timeout(120)
class ArchiveIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> DAYS = List.of("2026-03-02", "2026-03-03");

    @TempDir
    private Path folder;

    private final LedgerStore store = new LedgerStore();
    private final MongoSealBook sealBook = new MongoSealBook(store.client, store.database);
    private final MongoArchiveBook archiveBook = new MongoArchiveBook(store.client, store.database);
    private final List<Story> stories = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T01:30:00Z");
    private SealFolder seals;
    private ArchiveFolder archives;
    private MongoProver prover;

    @BeforeEach
    void threeDays() {
        seals = new SealFolder(new SealSettings(folder.resolve("seals"), null, true, Duration.ofMinutes(1)));
        archives = new ArchiveFolder(folder.resolve("archive"));
        prover = new MongoProver(store.client, store.database, seals::publicKeys, seals::published, archives, 3);
        for (int i = 0; i < 4; i++) {
            Story story = new Story(i + "0000000-0000-4000-8000-000000000000");
            stories.add(story);
            store.book().write(story.reported().opened().accepted().events());
        }
        sealedDay();
        for (Story story : stories) {
            int before = story.events().size();
            story.commented("现场查看").completed().callbackRequested();
            store.book().write(story.events().subList(before, story.events().size()));
        }
        Story decided = stories.getFirst();
        int before = decided.events().size();
        decided.closedByDecision("已经依法处理");
        store.book().write(decided.events().subList(before, decided.events().size()));
        sealedDay();
        store.book().write(stories.get(1).closed().events());
        store.book().write(new Story().waitingForCallback().events());
        sealer().seal();
    }

    private void sealedDay() {
        sealer().seal();
        now = now.plus(Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Sealer sealer() {
        return new Sealer(sealBook, List.of(seals), seals.key(), () -> now, ZONE, "a", Duration.ofMinutes(3));
    }

    private Archiver archiver(String holder, ArchiveBook book) {
        return archiver(holder, book, 0);
    }

    private Archiver archiver(String holder, ArchiveBook book, int daysKept) {
        return new Archiver(book, sealBook, archives, () -> now, ZONE, holder, Duration.ofMinutes(3), daysKept);
    }

    private long entries() {
        return store.collection("entries").countDocuments();
    }

    @Test
    void archivedDaysLeaveTheDatabaseAndTheWholeChainStillVerifies() throws Exception {
        long all = entries();
        var whole = prover.verifyAll();
        String caseId = stories.getFirst().caseId;
        List<ReadableEntry> read = new MongoCaseLedger(store.database, archives).entries(caseId);
        assertThat(whole.ok()).isTrue();

        assertThat(archiver("a", archiveBook).archive()).isEqualTo(2);

        assertThat(entries()).isEqualTo(7);
        var after = prover.verifyAll();
        assertThat(after.firstBroken()).isNull();
        assertThat(after.entries()).isEqualTo(all);
        assertThat(after.archived()).isEqualTo(all - 7);
        assertThat(prover.verifyDay(DAYS.getFirst()).ok()).isTrue();
        assertThat(prover.verifyDay(DAYS.getFirst()).archived()).isEqualTo(12);
        assertThat(prover.verifyCase(caseId)).matches(verdict -> verdict.ok() && verdict.entries() == 9);
        assertThat(new MongoCaseLedger(store.database, archives).entries(caseId))
                .isEqualTo(read);
        assertThat(new MongoAccountability(store.database).page(null, null, 10).lines())
                .singleElement()
                .matches(line -> line.reason().equals("已经依法处理"));
        assertThat(new CaseProofs(store.database, archives)
                        .of(caseId, now, seals.publicKeys())
                        .entries())
                .hasSize(9);
        assertThat(offline()).contains("链完整，" + all + " 条记录");
        assertThat(archiver("a", archiveBook).archive()).isZero();

        // The chains go on.
        Story story = stories.get(2);
        int before = story.events().size();
        store.book().write(story.closed().events().subList(before, before + 1));
        assertThat(prover.verifyAll().ok()).isTrue();
    }

    @Test
    void whatIsAlteredMissingAddedOrReorderedInAnArchiveIsNamed() throws Exception {
        archiver("a", archiveBook).archive();
        String id = "case/" + stories.get(1).caseId + "/1";
        expectAfter(line -> line.contains("\"id\":\"" + id) ? line.replace("0102", "0101") : line, id, Kind.ALTERED);
        expectAfter(line -> line.contains("\"id\":\"" + id) ? "" : line, id, Kind.MISSING);
        expectAfter(line -> line.contains("\"id\":\"" + id) ? line + "\n" + line : line, null, Kind.MISSING);

        Path file = folder.resolve("archive/" + DAYS.get(1) + ".ledger.gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(prover.verifyAll().firstBroken()).isNotNull();
        Files.delete(file);
        Finding gone = new Finding("archive/" + DAYS.get(1), Kind.MISSING);
        assertThat(prover.verifyAll().firstBroken()).isEqualTo(gone);
        assertThat(prover.verifyCase(stories.getFirst().caseId).firstBroken()).isEqualTo(gone);
        assertThat(offline()).contains("archive/" + DAYS.get(1));
        Files.write(file, whole);
        assertThat(prover.verifyAll().ok()).isTrue();

        store.collection("pages")
                .updateOne(Filters.eq("archived", DAYS.get(1)), new Document("$unset", new Document("archived", "")));
        assertThat(prover.verifyAll().firstBroken())
                .isNotNull()
                .extracting(Finding::kind)
                .isEqualTo(Kind.MISSING);
    }

    @Test
    void killedBetweenTheFileAndTheLastDeletionNothingIsLostAndNothingTwice() {
        long all = entries();
        for (int survives = 0; survives < 3; survives++) {
            Archiver dies = archiver("a", new DyingBook(archiveBook, survives));
            assertThatThrownBy(dies::archive).hasMessage("killed");
            assertThat(prover.verifyAll()).matches(verdict -> verdict.ok() && verdict.entries() == all);
        }

        assertThat(archiver("a", archiveBook).archive()).isPositive();
        assertThat(entries()).isEqualTo(7);
        assertThat(prover.verifyAll()).matches(verdict -> verdict.ok() && verdict.entries() == all);
    }

    @Test
    void onlyDaysThatAreOlderThanThePolicySaysAreArchived() {
        // It is the fourth of March; the second and the third are sealed.
        long all = entries();
        assertThat(archiver("a", archiveBook, 3).archive()).isZero();
        assertThat(archiver("a", archiveBook, 2).archive()).isZero();
        assertThat(entries()).isEqualTo(all);

        assertThat(archiver("a", archiveBook, 1).archive()).isEqualTo(1);
        assertThat(archives.has(DAYS.getFirst())).isTrue();
        assertThat(archives.has(DAYS.get(1))).isFalse();
        now = now.plus(Duration.ofDays(1));
        assertThat(archiver("a", archiveBook, 1).archive()).isEqualTo(1);
        assertThat(archives.has(DAYS.get(1))).isTrue();
        assertThat(prover.verifyAll()).matches(verdict -> verdict.ok() && verdict.entries() == all);
    }

    @Test
    void aPolicyThatWouldLoseSomethingStopsTheStart() {
        Duration hourly = Duration.ofHours(1);
        for (ThrowingCallable wrong : List.<ThrowingCallable>of(
                () -> new ArchiveSettings(null, 30, null, hourly),
                () -> new ArchiveSettings(folder, 0, null, hourly),
                () -> new ArchiveSettings(folder, null, 0, hourly),
                () -> new ArchiveSettings(folder, 30, 30, Duration.ZERO))) {
            assertThatThrownBy(wrong).isInstanceOf(StartRefused.class).hasMessageContaining("grid.archive");
        }
        assertThat(new ArchiveSettings(null, null, null, hourly).entriesAfterDays())
                .isNull();
    }

    @Test
    void aCaseIsFoundByTheIndexAndWithoutItAndADamagedIndexHidesNothing() throws Exception {
        String caseId = stories.getFirst().caseId;
        List<ReadableEntry> read = new MongoCaseLedger(store.database, archives).entries(caseId);
        archiver("a", archiveBook).archive();
        Path index = folder.resolve("archive/" + DAYS.getFirst() + ".ledger.idx");
        byte[] whole = Files.readAllBytes(index);
        assertThat(new MongoCaseLedger(store.database, archives).entries(caseId))
                .isEqualTo(read);

        // One that holds and leads nowhere, of another archive, cut off, or gone.
        Files.write(index, emptyIndex(whole));
        shownAndWhole(caseId, read);
        Files.copy(
                folder.resolve("archive/" + DAYS.get(1) + ".ledger.idx"), index, StandardCopyOption.REPLACE_EXISTING);
        shownAndWhole(caseId, read);
        Files.write(index, Arrays.copyOf(whole, whole.length / 2));
        shownAndWhole(caseId, read);
        Files.delete(index);
        shownAndWhole(caseId, read);
    }

    private void shownAndWhole(String caseId, List<ReadableEntry> read) {
        assertThat(new MongoCaseLedger(store.database, archives).entries(caseId))
                .isEqualTo(read);
        assertThat(prover.verifyCase(caseId)).matches(verdict -> verdict.ok() && verdict.entries() == 9);
        assertThat(prover.verifyAll().ok()).isTrue();
    }

    /** With all its members and no records, and a checksum that holds. */
    private static byte[] emptyIndex(byte[] index) throws Exception {
        ByteBuffer from = ByteBuffer.wrap(index);
        int records = 5 + Integer.BYTES + (from.getInt(5) + 1) * Long.BYTES;
        byte[] empty = Arrays.copyOf(index, records + Integer.BYTES);
        ByteBuffer.wrap(empty).putInt(records, 0);
        return ByteBuffer.allocate(empty.length + 32)
                .put(empty)
                .put(MessageDigest.getInstance("SHA-256").digest(empty))
                .array();
    }

    @Test
    void onlyWhoHoldsTheSealersPlaceArchives() {
        sealer().seal();
        assertThat(archiver("b", archiveBook).archive()).isZero();
        assertThat(Files.exists(folder.resolve("archive"))).isFalse();
    }

    @Test
    void aDayWhoseEntriesWereTamperedWithIsNotArchived() {
        String id = "case/" + stories.get(1).caseId + "/1";
        long all = entries();
        store.collection("entries").updateOne(Filters.eq("_id", id), new Document("$set", new Document("type", "x")));
        assertThatThrownBy(() -> archiver("a", archiveBook).archive())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(id);
        assertThat(entries()).isEqualTo(all);
        assertThat(archives.has(DAYS.getFirst())).isFalse();
    }

    @Test
    void textsOfArchivedEntriesAreErasedOnRequestAndForgottenByPolicyWithTheChainWhole() {
        archiver("a", archiveBook).archive();
        String first = stories.getFirst().caseId;
        String second = stories.get(1).caseId;
        String running = stories.get(2).caseId;
        assertThat(texts(first)).isPositive();
        store.book()
                .write(List.of(new Envelope<>(
                        Streams.erasure(UUID.randomUUID().toString()),
                        1,
                        now.plus(Duration.ofDays(1)),
                        null,
                        new TextsErased(first, Actor.staff("s-auditor-1", "u-district"), "依法删除"))));
        assertThat(texts(first)).isZero();
        assertThat(prover.verifyAll().ok()).isTrue();

        TextRetention retention = new TextRetention(store.database);
        assertThat(retention.forget(Story.START)).isZero();
        assertThat(texts(second)).isPositive();
        assertThat(retention.forget(now.plus(Duration.ofDays(1)))).isEqualTo(2);
        assertThat(retention.forget(now.plus(Duration.ofDays(1)))).isZero();
        assertThat(texts(second)).isZero();
        assertThat(texts(running)).isPositive();
        assertThat(prover.verifyAll().ok()).isTrue();
    }

    @Test
    void aRebuildReadsWhatIsArchived() {
        List<Document> before = facts();
        archiver("a", archiveBook).archive();
        store.collection(CaseFactsDocuments.COLLECTION).deleteMany(new Document());

        Progress done = rebuild();
        assertThat(done.phase()).as(done.toString()).isEqualTo(Phase.DONE);

        assertThat(facts()).isEqualTo(before);
    }

    @Test
    void aRebuildBringsBackRoundsThatArchivedEntriesTellOf() {
        publishRounds();
        sealer().seal();
        List<Document> before = rounds();
        assertThat(before).hasSize(5).anyMatch(round -> round.getString("state").equals("ABANDONED"));
        archiver("a", archiveBook).archive();
        assertThat(rebuild().rounds()).isZero();
        assertThat(rounds()).isEqualTo(before);

        store.collection(CallbackMigrations.ROUNDS).deleteMany(new Document());
        assertThat(rebuild().rounds()).isEqualTo(5);
        assertThat(rounds()).isEqualTo(before);
    }

    /** What waits in the rounds comes back as entries. */
    private void publishRounds() {
        for (Document round : store.collection(CallbackMigrations.ROUNDS).find().into(new ArrayList<>())) {
            store.book()
                    .write(StreamDocument.pendingOf(round).stream()
                            .map(event -> new Envelope<Event>(
                                    Streams.round(round.getString("_id")),
                                    event.seq(),
                                    event.time(),
                                    null,
                                    EventJson.read(event.type(), event.json().getBytes(StandardCharsets.UTF_8))))
                            .toList());
        }
        store.collection(CallbackMigrations.ROUNDS)
                .updateMany(
                        new Document(),
                        new Document("$set", new Document("pending", List.of()))
                                .append("$unset", new Document("pendingSince", "")));
    }

    /** Without what is no part of events. */
    private List<Document> rounds() {
        return store.collection(CallbackMigrations.ROUNDS)
                .find()
                .projection(new Document("pending", 0).append("commands", 0))
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    @Test
    void aRebuildPutsRightWhatListsAreReadFromOfArchivedEntries() {
        archiver("a", archiveBook).archive();
        List<Document> before = listed();
        assertThat(before).isNotEmpty();
        assertThat(rebuild().listed()).isZero();

        Document line = before.getFirst();
        var lines = store.collection(ListedEntries.ARCHIVED);
        lines.deleteMany(new Document());
        assertThat(rebuild().listed()).isEqualTo(before.size());
        assertThat(listed()).isEqualTo(before);

        lines.updateOne(Filters.eq("_id", line.get("_id")), new Document("$set", new Document("caseId", "other")));
        lines.insertOne(new Document(line).append("_id", "case/x/9"));
        lines.insertOne(new Document(line).append("_id", "case/x/8").append("page", new ObjectId()));
        assertThat(rebuild().listed()).isEqualTo(3);
        assertThat(listed()).isEqualTo(before);
    }

    private List<Document> listed() {
        return store.collection(ListedEntries.ARCHIVED)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private Progress rebuild() {
        MongoRebuild rebuild = new MongoRebuild(store.client, store.database, archives, InstantSource.system(), ZONE);
        assertThat(rebuild.begin(UUID.randomUUID())).isPresent();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> rebuild.progress().orElseThrow().phase().ordinal() >= Phase.DONE.ordinal());
        return rebuild.progress().orElseThrow();
    }

    private List<Document> facts() {
        return store.collection(CaseFactsDocuments.COLLECTION)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private long texts(String caseId) {
        return new MongoCaseLedger(store.database, archives)
                .entries(caseId).stream()
                        .mapToLong(entry -> entry.texts().size())
                        .sum();
    }

    /** @param id null: whichever */
    private void expectAfter(UnaryOperator<String> change, String id, Kind kind) throws IOException {
        Path file = folder.resolve("archive/" + DAYS.getFirst() + ".ledger.gz");
        byte[] whole = Files.readAllBytes(file);
        String text;
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        StringBuilder changed = new StringBuilder();
        text.lines()
                .map(change)
                .filter(line -> !line.isEmpty())
                .forEach(line -> changed.append(line).append('\n'));
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(changed.toString().getBytes(StandardCharsets.UTF_8));
        }
        Finding found = prover.verifyAll().firstBroken();
        assertThat(found).isNotNull();
        if (id != null) {
            assertThat(found).isEqualTo(new Finding(id, kind));
            assertThat(prover.verifyDay(DAYS.getFirst()).firstBroken()).isEqualTo(found);
            assertThat(prover.verifyCase(stories.get(1).caseId).ok()).isFalse();
        }
        Files.write(file, whole);
        assertThat(prover.verifyAll().ok()).isTrue();
    }

    private String offline() {
        StringWriter out = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out));
        command.execute(
                "verify-ledger",
                "--mongodb-uri",
                TestBackend.shared().mongoUri(),
                "--database",
                store.database.getName(),
                "--archive",
                folder.resolve("archive").toString());
        return out.toString();
    }

    /** Dies when so many pages were taken out. */
    private static final class DyingBook implements ArchiveBook {
        private final ArchiveBook book;
        private int left;

        DyingBook(ArchiveBook book, int left) {
            this.book = book;
            this.left = left;
        }

        @Override
        public Optional<DaySeal> oldestNotArchived(String before) {
            return book.oldestNotArchived(before);
        }

        @Override
        public Iterable<Page> pages(DaySeal day) {
            return book.pages(day);
        }

        @Override
        public ArchiveFolder.Source source(DaySeal day) {
            return book.source(day);
        }

        @Override
        public void takeOut(String holder, long fence, DaySeal day, Page page) {
            if (left-- == 0) {
                throw new IllegalStateException("killed");
            }
            book.takeOut(holder, fence, day, page);
        }

        @Override
        public void archived(String holder, long fence, DaySeal day) {
            book.archived(holder, fence, day);
        }
    }
}
