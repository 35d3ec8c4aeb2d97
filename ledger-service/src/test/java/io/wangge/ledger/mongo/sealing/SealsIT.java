package io.wangge.ledger.mongo.sealing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.wangge.ledger.Story;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Finding.Kind;
import io.wangge.ledger.chain.Verdict;
import io.wangge.ledger.entry.EntryHash;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.evidence.CaseProofs;
import io.wangge.ledger.evidence.EntryReading;
import io.wangge.ledger.evidence.MongoProver;
import io.wangge.ledger.evidence.SealDocuments;
import io.wangge.ledger.evidence.SealJson;
import io.wangge.ledger.files.SealFolder;
import io.wangge.ledger.files.SealSettings;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.offline.Main;
import io.wangge.ledger.seal.CaseProof;
import io.wangge.ledger.seal.ProofCheck;
import io.wangge.ledger.seal.Seal;
import io.wangge.ledger.seal.SealingKey;
import io.wangge.ledger.sealing.SealBook.FencedOffException;
import io.wangge.ledger.sealing.Sealer;
import io.wangge.localstack.TestBackend;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Three minutes over two days, sealed; then somebody who knows how hashes are made works on the database. Each change is
 * found and named by the prover of the service and by the offline command.
 */
class SealsIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    private Path folder;

    private final LedgerStore store = new LedgerStore();
    private final MongoCollection<Document> entries = store.collection("entries");
    private final MongoCollection<Document> streams = store.collection("streams");
    private final MongoCollection<Document> seals = store.collection("seals");
    private final MongoCollection<Document> pages = store.collection("pages");
    private final MongoSealBook sealBook = new MongoSealBook(store.client, store.database);
    private final List<Story> stories = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T15:58:30Z");
    private SealFolder sealFolder;
    private MongoProver prover;

    @BeforeEach
    void sealThreeMinutesOverTwoDays() {
        sealFolder = new SealFolder(new SealSettings(folder, null, true, Duration.ofMinutes(1)));
        prover = new MongoProver(store.client, store.database, sealFolder::publicKeys, sealFolder::published, 3);
        for (int minute = 0; minute < 3; minute++) {
            for (int i = 0; i < 2; i++) {
                Story story = new Story((minute * 2 + i + 1) + "0000000-0000-4000-8000-000000000000");
                stories.add(story);
                store.book().write(story.waitingForCallback().events());
            }
            assertThat(sealer("a").seal()).isEqualTo(1);
            now = now.plusSeconds(60);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Sealer sealer(String holder) {
        return new Sealer(
                sealBook, List.of(sealFolder), sealFolder.key(), () -> now, ZONE, holder, Duration.ofMinutes(3));
    }

    @Test
    void whatWasSealedIsWholeUntilTheLastSeal() {
        Verdict verdict = prover.verifyAll();

        assertThat(verdict).isEqualTo(new Verdict(36, 12, null, 3, Instant.parse("2026-03-02T16:00:30Z"), 0));
        assertThat(seals.countDocuments()).isEqualTo(3);
        assertThat(store.collection("day_seals").find().first())
                .containsEntry("day", "2026-03-02")
                .containsEntry("firstSeal", 1L)
                .containsEntry("lastSeal", 2L)
                .containsKey("signature");
        assertThat(prover.verifyDay("2026-03-02").entries()).isEqualTo(24);
        assertThat(prover.verifyDay("2026-03-03").ok()).isTrue();
        assertThat(prover.verifyCase(stories.getFirst().caseId).sealedUntil())
                .isEqualTo(Instant.parse("2026-03-02T15:58:30Z"));
        assertThat(offline()).contains("链完整").contains("whole: 36 entries");
    }

    @Test
    void anEntryBelongsToTheFirstSealThatHoldsItAndNothingIsSealedTwice() {
        assertThat(sealer("a").seal()).isZero();
        store.book().write(new Story().waitingForCallback().events());
        assertThat(prover.verifyAll().unsealed()).isEqualTo(6);
        assertThat(sealer("a").seal()).isEqualTo(1);

        assertThat(prover.verifyAll().seals()).isEqualTo(4);
        assertThat(pages.countDocuments(eq("seal", 1L))).isEqualTo(2);
    }

    @Test
    void aSecondSealerWaitsAndOneThatLostItsPlaceWritesNothing() {
        assertThat(sealer("b").seal()).isZero();
        store.book().write(new Story().waitingForCallback().events());
        long fence = sealBook.lead("a", Duration.ofMinutes(3)).getAsLong();
        Seal late = Seal.close(
                sealBook.lastSeal().orElseThrow(), "2026-03-03", now, sealBook.openPages(10), sealFolder.key());
        store.collection("sealer").updateOne(eq("_id", "sealer"), set("until", new java.util.Date(0)));
        assertThat(sealBook.lead("b", Duration.ofMinutes(3)).getAsLong()).isEqualTo(fence + 1);

        assertThatThrownBy(() -> sealBook.write("a", fence, late)).isInstanceOf(FencedOffException.class);

        assertThat(seals.countDocuments()).isEqualTo(3);
        assertThat(sealer("b").seal()).isEqualTo(1);
        assertThat(prover.verifyAll().ok()).isTrue();
    }

    @Test
    void aChainThatWasRecomputedToItsHeadIsFound() {
        rewrite("case/" + stories.get(1).caseId, "\"onTime\":true", "\"onTime\":false", "IN_PROGRESS", "CLOSED");

        expect(id(1, 2), Kind.ALTERED);
    }

    @Test
    void aTailCutOffWithItsHeadIsFound() {
        String stream = "case/" + stories.get(2).caseId;
        entries.deleteOne(eq("_id", stream + "/5"));
        Document last = entries.find(eq("_id", stream + "/4")).first();
        streams.updateOne(eq("_id", stream), combine(set("seq", 4L), set("hash", last.getString("hash"))));

        expect(stream + "/5", Kind.MISSING);
    }

    @Test
    void aCaseThatWasDeletedWithItsHeadsIsFound() {
        String caseId = stories.get(3).caseId;
        for (String stream : List.of("report/" + caseId, "case/" + caseId)) {
            entries.deleteMany(eq("stream", stream));
            streams.deleteOne(eq("_id", stream));
        }

        assertThat(prover.verifyAll().firstBroken()).isEqualTo(new Finding("report/" + caseId + "/1", Kind.MISSING));
        assertThat(offline()).contains("report/" + caseId + "/1").contains("记录缺失");
    }

    @Test
    void anEntryAddedWithItsHeadIsFound() {
        String stream = "case/" + stories.get(4).caseId;
        Document last = entries.find(eq("_id", stream + "/5")).first();
        LedgerEntry entry = EntryReading.entry(last);
        String hash = EntryHash.of(stream, 6, entry.type(), entry.time(), entry.data(), entry.hash());
        last.append("_id", stream + "/6")
                .append("seq", 6L)
                .append("prevHash", entry.hash())
                .append("hash", hash);
        entries.insertOne(last);
        streams.updateOne(eq("_id", stream), combine(set("seq", 6L), set("hash", hash)));

        expect(stream + "/6", Kind.ADDED);
        entries.updateOne(eq("_id", stream + "/6"), unset("page"));
        expect(stream + "/6", Kind.ADDED);
        entries.updateOne(eq("_id", stream + "/6"), set("page", new ObjectId()));
        expect(stream + "/6", Kind.ADDED);
    }

    @Test
    void entriesSwappedWithTheChainRecomputedAreFound() {
        String stream = "case/" + stories.get(5).caseId;
        Document second = entries.find(eq("_id", stream + "/2")).first();
        Document third = entries.find(eq("_id", stream + "/3")).first();
        entries.updateOne(eq("_id", stream + "/2"), contentOf(third));
        entries.updateOne(eq("_id", stream + "/3"), contentOf(second));
        rewrite(stream, "", "", "", "");

        expect(stream + "/2", Kind.ALTERED);
    }

    @Test
    void anAlteredPageOrSealOrDayIsFound() {
        pages.updateOne(eq("seal", 2L), set("root", "0".repeat(64)));
        String page =
                String.valueOf(pages.find(eq("root", "0".repeat(64))).first().get("_id"));
        assertThat(prover.verifyAll().firstBroken()).isEqualTo(new Finding("page/" + page, Kind.ALTERED));

        seals.updateOne(eq("_id", 2L), set("closedAt", new java.util.Date(0)));
        assertThat(prover.verifyAll().firstBroken()).isEqualTo(new Finding("seal/2", Kind.ALTERED));

        seals.updateOne(eq("_id", 1L), set("signature", "AAAA"));
        assertThat(prover.verifyAll().firstBroken()).isEqualTo(new Finding("seal/1", Kind.FORGED));
        assertThat(offline()).contains("seal/1").contains("签名不符");
    }

    @Test
    void anAlteredDayIsFound() {
        store.collection("day_seals").updateOne(eq("_id", 1L), set("root", "0".repeat(64)));

        assertThat(prover.verifyAll().firstBroken()).isEqualTo(new Finding("day/2026-03-02", Kind.ALTERED));
        assertThat(prover.verifyDay("2026-03-02").firstBroken()).isEqualTo(new Finding("day/2026-03-02", Kind.ALTERED));
        store.collection("day_seals").deleteMany(new Document());
        assertThat(prover.verifyAll().firstBroken()).isEqualTo(new Finding("day/2026-03-02", Kind.MISSING));
    }

    @Test
    void aSealDeletedWithAllThatItHeldIsFound() {
        deleteSeal(2);

        assertThat(prover.verifyAll().firstBroken()).isEqualTo(new Finding("seal/2", Kind.MISSING));
        assertThat(offline()).contains("seal/2").contains("记录缺失");
    }

    @Test
    void theLastSealDeletedWithAllTracesIsFoundByWhatWasPublishedOutside() {
        deleteSeal(3);
        store.collection("sealer").updateOne(eq("_id", "sealer"), inc("lastSeal", -1));

        assertThat(prover.verifyAll().firstBroken()).isEqualTo(new Finding("seal/3", Kind.MISSING));
        assertThat(offline()).contains("seal/3").contains("记录缺失");
    }

    @Test
    void aLedgerSealedAnewWithAnotherKeyIsFound() {
        rewrite("case/" + stories.get(4).caseId, "\"onTime\":true", "\"onTime\":false", "IN_PROGRESS", "CLOSED");
        SealingKey another = SealingKey.generate();
        List<Document> theirs =
                pages.find(eq("seal", 3L)).sort(new Document("_id", 1)).into(new ArrayList<>());
        List<io.wangge.ledger.seal.Page.Ref> refs = new ArrayList<>();
        for (Document document : theirs) {
            var page = SealDocuments.page(document);
            List<String> hashes = page.entryIds().stream()
                    .map(entry -> entries.find(eq("_id", entry)).first().getString("hash"))
                    .toList();
            var forged = io.wangge.ledger.seal.Page.of(page.id(), page.recordedAt(), page.entryIds(), hashes);
            pages.replaceOne(
                    eq("_id", document.get("_id")), SealDocuments.page(forged).append("seal", 3L));
            refs.add(forged.ref());
        }
        Seal second = SealDocuments.seal(seals.find(eq("_id", 2L)).first());
        Seal third = SealDocuments.seal(seals.find(eq("_id", 3L)).first());
        seals.replaceOne(
                eq("_id", 3L), SealDocuments.seal(Seal.close(second, third.day(), third.closedAt(), refs, another)));

        assertThat(prover.verifyAll().firstBroken()).isEqualTo(new Finding("seal/3", Kind.ALTERED));
        assertThat(new MongoProver(
                                store.client,
                                store.database,
                                sealFolder::publicKeys,
                                io.wangge.ledger.seal.Published::nothing)
                        .verifyAll()
                        .firstBroken())
                .isEqualTo(new Finding("seal/3", Kind.FORGED));
    }

    @Test
    void theProofOfACaseIsCheckedWithNothingButItsFile() throws Exception {
        CaseProof proof = new CaseProofs(store.database, ArchiveFolder.NONE)
                .of(stories.getFirst().caseId, now, sealFolder.publicKeys());
        Path file = folder.resolve("proof.json");
        Files.writeString(file, SealJson.write(proof));

        assertThat(SealJson.proof(file)).isEqualTo(proof);
        assertThat(run("verify-proof", file.toString(), "--keys", folder + "/seal-keys.json"))
                .contains("链完整，6 条记录");
        assertThat(Files.size(file)).isLessThan(20_000);

        Files.writeString(file, Files.readString(file).replace("IN_PROGRESS", "CLOSED"));
        assertThat(run("verify-proof", file.toString())).contains(id(0, 2)).contains("记录内容被改动");
        assertThat(ProofCheck.of(
                                proof,
                                new io.wangge.ledger.seal.PublicKeys(
                                        List.of(SealingKey.generate().publicKey())))
                        .firstBroken())
                .isEqualTo(new Finding("seal/1", Kind.FORGED));
    }

    @Test
    void keysAreChangedWithoutLosingThePast() throws Exception {
        Files.writeString(folder.resolve("seal-key.pem"), SealingKey.generate().pem());
        sealFolder = new SealFolder(new SealSettings(folder, null, true, Duration.ofMinutes(1)));
        store.book().write(new Story().waitingForCallback().events());

        assertThat(sealer("a").seal()).isEqualTo(1);

        assertThat(sealFolder.publicKeys().all()).hasSize(2);
        assertThat(prover(sealFolder).verifyAll().ok()).isTrue();
        assertThat(offline()).contains("链完整");
    }

    private MongoProver prover(SealFolder with) {
        return new MongoProver(store.client, store.database, with::publicKeys, with::published);
    }

    private void deleteSeal(long no) {
        pages.find(eq("seal", no)).forEach(page -> {
            List<String> ids = page.getList("ids", String.class);
            entries.find(in("_id", ids)).forEach(entry -> streams.deleteOne(eq("_id", entry.getString("stream"))));
            entries.deleteMany(in("_id", ids));
        });
        pages.deleteMany(eq("seal", no));
        seals.deleteOne(eq("_id", no));
    }

    private static org.bson.conversions.Bson contentOf(Document other) {
        return combine(
                set("data", other.get("data")),
                set("type", other.get("type")),
                set("time", other.get("time")),
                other.get("texts") == null ? unset("texts") : set("texts", other.get("texts")));
    }

    /** Changes a word wherever it stands and recomputes everything up to the head. */
    private void rewrite(String stream, String from, String to, String state, String forged) {
        String prevHash = EntryHash.GENESIS;
        long seq = 0;
        for (Document document : entries.find(eq("stream", stream)).sort(new Document("seq", 1))) {
            LedgerEntry entry = EntryReading.entry(document);
            String data = entry.data().replace(from, to).replace(state, forged);
            seq = entry.seq();
            String hash = EntryHash.of(stream, seq, entry.type(), entry.time(), data, prevHash);
            entries.updateOne(
                    eq("_id", entry.id()), combine(set("data", data), set("prevHash", prevHash), set("hash", hash)));
            prevHash = hash;
        }
        streams.updateOne(eq("_id", stream), combine(set("seq", seq), set("hash", prevHash)));
    }

    private void expect(String entryId, Kind kind) {
        assertThat(prover.verifyAll().firstBroken()).isEqualTo(new Finding(entryId, kind));
        String caseId = entryId.split("/")[1];
        if (kind != Kind.MISSING) {
            assertThat(prover.verifyCase(caseId).firstBroken()).isEqualTo(new Finding(entryId, kind));
        }
        assertThat(offline()).contains(entryId).contains(kind.zh());
    }

    private String id(int story, long seq) {
        return "case/" + stories.get(story).caseId + "/" + seq;
    }

    private String offline() {
        return run(
                "verify-ledger",
                "--mongodb-uri",
                TestBackend.shared().mongoUri(),
                "--database",
                store.database.getName(),
                "--keys",
                folder + "/seal-keys.json",
                "--seals",
                folder + "/seals.jsonl");
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        int exit = command.execute(arguments);
        assertThat(exit).isEqualTo(out.toString().contains("NOT WHOLE") ? 1 : 0);
        return out.toString();
    }
}
