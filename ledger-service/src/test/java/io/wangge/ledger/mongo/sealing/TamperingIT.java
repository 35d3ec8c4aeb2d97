package io.wangge.ledger.mongo.sealing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.wangge.ledger.Story;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Finding.Kind;
import io.wangge.ledger.chain.Verdict;
import io.wangge.ledger.evidence.CaseProofs;
import io.wangge.ledger.evidence.EntryReading;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.evidence.MongoProver;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.seal.PublicKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody works on the database behind the ledger's back. */
class TamperingIT {
    private final LedgerStore store = new LedgerStore();
    private final Story story = new Story("44444444-0000-4000-8000-000000000000").waitingForCallback();
    private final MongoCollection<Document> entries = store.collection(LedgerCollections.ENTRIES);
    // Three chains a piece, so that every test crosses the border between pieces.
    private final MongoProver prover = store.prover(3);

    @BeforeEach
    void writeSomeCases() {
        LedgerStore.TestBook book = store.book();
        for (int i = 1; i < 9; i++) {
            book.write(new Story(i + "0000000-0000-4000-8000-000000000000")
                    .waitingForCallback()
                    .events());
        }
        book.write(story.events());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anUntouchedLedgerIsWholeAsAWholeAndCaseByCase() {
        assertThat(prover.verifyAll()).isEqualTo(new Verdict(54, 18, null, 0, null, 54));
        assertThat(prover.verifyCase(story.caseId)).isEqualTo(new Verdict(6, 2, null, 0, null, 6));
        assertThat(prover.verifyCase("nobody")).isEqualTo(new Verdict(0, 0, null));
    }

    @Test
    void chainsWhoseNamesGoOnWhereAnothersEndsAreWalkedEachByItself() {
        LedgerStore.TestBook book = store.book();
        for (String suffix : List.of("-2", "0", "-2-3", "!")) {
            book.write(new Story(story.caseId + suffix).waitingForCallback().events());
        }

        assertThat(prover.verifyAll()).isEqualTo(new Verdict(78, 26, null, 0, null, 78));
        for (String suffix : List.of("", "-2", "0", "-2-3", "!")) {
            assertThat(store.prover(1).verifyCase(story.caseId + suffix))
                    .isEqualTo(new Verdict(6, 2, null, 0, null, 6));
        }
    }

    @Test
    void chainsAreFoundByTheIdsOfTheirEntriesAndNotByReadingAll() {
        store.database.runCommand(new Document("profile", 2));

        prover.verifyAll();
        prover.verifyCase(story.caseId);
        new CaseProofs(store.database, ArchiveFolder.NONE).of(story.caseId, Instant.EPOCH, PublicKeys.NONE);

        store.database.runCommand(new Document("profile", 0));
        List<String> plans = store.collection("system.profile")
                .find(eq("ns", entries.getNamespace().getFullName()))
                .map(read -> read.getString("planSummary"))
                .into(new ArrayList<>());
        assertThat(plans)
                .as("pieces by their ids, and once all entries, counted by page")
                .filteredOn(plan -> !plan.startsWith("IXSCAN { _id: 1 }"))
                .containsExactly("COLLSCAN");
        assertThat(plans).hasSizeGreaterThan(6);
    }

    @Test
    void anErasedTextLeavesTheLedgerWhole() {
        entries.updateOne(eq("_id", id(1)), unset("texts"));

        assertThat(prover.verifyAll().ok()).isTrue();
    }

    @Test
    void alteredDataIsFound() {
        alter(3, "\"state\":\"IN_PROGRESS\"", "\"state\":\"CLOSED\"");

        expect(id(3), Kind.ALTERED);
    }

    @Test
    void alteredTimeTypeOrHashIsFound() {
        entries.updateOne(eq("_id", id(3)), set("time", new Date(0)));
        expect(id(3), Kind.ALTERED);
        entries.updateOne(eq("_id", id(2)), set("type", "io.wangge.case.closed.v1"));
        expect(id(2), Kind.ALTERED);
        entries.updateOne(eq("_id", id(1)), set("hash", "0".repeat(64)));
        expect(id(1), Kind.ALTERED);
    }

    @Test
    void valuesThatJsonDoesNotHaveAreFoundAndDoNotStopTheCheck() {
        entries.updateOne(eq("_id", id(3)), set("data", new Document("by", new ObjectId())));
        expect(id(3), Kind.ALTERED);
        entries.updateOne(eq("_id", id(2)), combine(set("data", "gone"), set("time", "yesterday"), set("hash", 5)));
        expect(id(2), Kind.ALTERED);
    }

    @Test
    void anAlteredTextIsFound() {
        entries.updateOne(eq("_id", id(4)), set("texts.0.value", "修好了"));

        expect(id(4), Kind.ALTERED);
    }

    @Test
    void anEntryRehashedAloneBreaksItsSuccessor() {
        alter(2, "\"state\":\"IN_PROGRESS\"", "\"state\":\"CLOSED\"");
        var forged = EntryReading.entry(entries.find(eq("_id", id(2))).first());
        entries.updateOne(eq("_id", id(2)), set("hash", forged.hashAt(2)));

        expect(id(3), Kind.ALTERED);
    }

    @Test
    void anEntryDeletedInTheMiddleIsFound() {
        entries.deleteOne(eq("_id", id(3)));

        expect(id(3), Kind.MISSING);
    }

    @Test
    void aTailCutOffIsFoundByTheHead() {
        entries.deleteOne(eq("_id", id(5)));

        expect(id(5), Kind.MISSING);
    }

    @Test
    void aChainDeletedWholeIsFound() {
        entries.deleteMany(eq("stream", "case/" + story.caseId));

        expect(id(1), Kind.MISSING);
    }

    @Test
    void anEntryPutInIsFound() {
        Document forged = entries.find(eq("_id", id(5))).first();
        entries.insertOne(forged.append("_id", id(6)).append("seq", 6L));

        expect(id(6), Kind.ADDED);
    }

    @Test
    void aChainPutInIsFound() {
        Document forged = entries.find(eq("_id", id(1))).first();
        entries.insertOne(forged.append("_id", "case/4444zzzz/1").append("stream", "case/4444zzzz"));

        assertThat(prover.verifyAll().firstBroken()).isEqualTo(new Finding("case/4444zzzz/1", Kind.ADDED));
    }

    @Test
    void twoEntriesSwappedAreFound() {
        Document second = entries.find(eq("_id", id(2))).first();
        Document third = entries.find(eq("_id", id(3))).first();
        entries.deleteOne(eq("_id", id(2)));
        entries.deleteOne(eq("_id", id(3)));
        entries.insertOne(second.append("_id", id(3)).append("seq", 3L));
        entries.insertOne(third.append("_id", id(2)).append("seq", 2L));

        expect(id(2), Kind.REORDERED);
    }

    @Test
    void anAlteredHeadIsFound() {
        store.collection(LedgerCollections.STREAMS)
                .updateOne(eq("_id", "case/" + story.caseId), set("hash", "0".repeat(64)));

        expect(id(5), Kind.ALTERED);
    }

    @Test
    void aHeadMovedBackShowsTheEntriesBeyondItAsAdded() {
        store.collection(LedgerCollections.STREAMS).updateOne(eq("_id", "case/" + story.caseId), set("seq", 4L));

        expect(id(5), Kind.ADDED);
    }

    private void alter(long seq, String from, String to) {
        String data = entries.find(eq("_id", id(seq))).first().getString("data");
        assertThat(data).contains(from);
        entries.updateOne(eq("_id", id(seq)), set("data", data.replace(from, to)));
    }

    private void expect(String entryId, Kind kind) {
        assertThat(prover.verifyAll().firstBroken()).isEqualTo(new Finding(entryId, kind));
        assertThat(prover.verifyCase(story.caseId).firstBroken()).isEqualTo(new Finding(entryId, kind));
        assertThat(prover.verifyCase("10000000-0000-4000-8000-000000000000").ok())
                .isTrue();
    }

    private String id(long seq) {
        return "case/" + story.caseId + "/" + seq;
    }
}
