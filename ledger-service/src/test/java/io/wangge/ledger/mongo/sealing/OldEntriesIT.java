package io.wangge.ledger.mongo.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.wangge.ledger.Story;
import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Finding.Kind;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.mongo.book.MongoCaseLedger;
import io.wangge.ledger.sealing.Sealer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entries as the first months wrote them: a tree instead of its text, texts in a collection of their own, no pages. */
class OldEntriesIT {
    private final LedgerStore store = new LedgerStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void oldEntriesComeOntoPagesOnceAreSealedAndVerifyWithNewOnes() {
        Story story = new Story().waitingForCallback();
        store.book().write(story.events());
        asTheyWereWritten();
        OldEntries old = new OldEntries(store.client, store.database, InstantSource.system());

        old.putOnPages();
        store.book().write(List.of(story.closed().last()));
        old.putOnPages();
        new Sealer(
                        new MongoSealBook(store.client, store.database),
                        List.of(),
                        null,
                        InstantSource.system(),
                        ZoneId.of("Asia/Shanghai"),
                        "a",
                        Duration.ofMinutes(1))
                .seal();

        assertThat(store.collection("pages").countDocuments()).isEqualTo(2);
        assertThat(store.prover().verifyAll())
                .matches(verdict -> verdict.ok() && verdict.entries() == 7 && verdict.unsealed() == 0);
        assertThat(new MongoCaseLedger(store.database).entries(story.caseId))
                .hasSize(7)
                .anyMatch(entry ->
                        entry.texts().stream().anyMatch(text -> text.value().contains("井盖")));

        // Who puts in an entry later finds no page for it.
        String id = "case/" + story.caseId + "/6";
        store.collection("entries").updateOne(Filters.eq("_id", id), Updates.unset("page"));
        old.putOnPages();
        assertThat(store.prover().verifyAll().firstBroken()).isEqualTo(new Finding(id, Kind.ADDED));
    }

    private void asTheyWereWritten() {
        for (Document entry : store.collection("entries").find().into(new ArrayList<>())) {
            Document tree = Document.parse(entry.getString("data"));
            store.collection("entries")
                    .updateOne(
                            Filters.eq("_id", entry.get("_id")),
                            Updates.combine(Updates.set("data", tree), Updates.unset("texts"), Updates.unset("page")));
            if (entry.get("texts") != null) {
                store.collection("erasables")
                        .insertOne(new Document("_id", entry.get("_id")).append("texts", entry.get("texts")));
            }
        }
        store.collection("pages").deleteMany(new Document());
    }
}
