package io.wangge.ledger.http.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.Story;
import io.wangge.ledger.desk.GapAlarm;
import io.wangge.ledger.http.RunningLedger;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.offline.Main;
import io.wangge.localstack.TestBackend;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Sealing, proofs, erasures and gaps as the service runs them. */
class SealedServiceIT {
    private static final String AUDITOR = "s-auditor-1";
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private RunningLedger start(String database, String... more) {
        Stream<String> seals =
                Stream.of("--grid.seals.folder=" + folder, "--grid.seals.make-key=true", "--grid.seals.every=1s");
        return new RunningLedger(database, Stream.concat(seals, Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void aCaseIsSealedProvenAndItsTextsAreErasedWithTheChainWhole() throws Exception {
        try (RunningLedger ledger = start(TestBackend.shared().freshDatabase())) {
            Story story = new Story().waitingForCallback();
            story.events().forEach(ledger::send);
            await().atMost(SOON).until(() -> {
                JsonNode verdict = verify(ledger, "?caseId=" + story.caseId);
                return verdict.get("entries").asInt() == 7
                        && verdict.get("unsealed").asInt() == 0;
            });
            assertThat(verify(ledger, "").get("sealedUntil").asString()).contains("+08:00");

            Path proof = folder.resolve("proof.json");
            Files.writeString(
                    proof,
                    ok(ledger.get(AUDITOR, "/api/v1/ledger/cases/" + story.caseId + "/proof"))
                            .body());
            Path keys = folder.resolve("keys.json");
            Files.writeString(keys, ok(ledger.get(null, "/api/v1/ledger/keys")).body());
            assertThat(offline("verify-proof", proof.toString(), "--keys", keys.toString()))
                    .contains("链完整，7 条记录");
            assertThat(Files.readAllLines(folder.resolve("seals.jsonl"))).isNotEmpty();

            String id = UUID.randomUUID().toString();
            String body = "{\"id\":\"%s\",\"caseId\":\"%s\",\"reason\":\"当事人要求删除\"}".formatted(id, story.caseId);
            assertThat(ledger.post("s-handler-1", "/api/v1/ledger/erasures", body)
                            .statusCode())
                    .isEqualTo(403);
            String erased =
                    ok(ledger.post(AUDITOR, "/api/v1/ledger/erasures", body)).body();
            assertThat(ok(ledger.post(AUDITOR, "/api/v1/ledger/erasures", body)).body())
                    .isEqualTo(erased);
            assertThat(ledger.post(AUDITOR, "/api/v1/ledger/erasures", body.replace("当事人", "他人"))
                            .statusCode())
                    .isEqualTo(409);
            assertThat(ledger.post(AUDITOR, "/api/v1/ledger/erasures", "{}").statusCode())
                    .isEqualTo(400);

            String after = ok(ledger.get(AUDITOR, "/api/v1/ledger/cases/" + story.caseId))
                    .body();
            assertThat(after)
                    .contains("文字删除")
                    .contains("\"erased\":true")
                    .doesNotContain("井盖")
                    .doesNotContain("p-1");
            assertThat(verify(ledger, "").get("ok").asBoolean()).isTrue();
            assertThat(offline("verify-proof", proof.toString())).contains("链完整");
        }
    }

    /** Any order, repeats and a restart in the middle: the same entries with the same hashes. */
    @Test
    void entriesAreTheSameWhateverTheOrderTheRepeatsAndTheRestarts() {
        List<Envelope<Event>> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            events.addAll(new Story().waitingForCallback().closed().events());
        }
        List<Envelope<Event>> delivered = new ArrayList<>(events);
        delivered.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(delivered, new Random(20261122));
        String database = TestBackend.shared().freshDatabase();
        try (RunningLedger ledger = start(database)) {
            delivered.subList(0, delivered.size() / 2).forEach(ledger::send);
        }
        try (RunningLedger ledger = start(database)) {
            delivered.subList(delivered.size() / 2, delivered.size()).forEach(ledger::send);
            MongoClient client = ledger.bean(MongoClient.class);
            var entries = client.getDatabase(database).getCollection("entries");
            await().atMost(SOON).until(() -> entries.countDocuments(Filters.in("_id", ids(events))) == events.size());
            await().atMost(SOON)
                    .until(() -> client.getDatabase(database)
                                    .getCollection("parked_events")
                                    .countDocuments(Filters.in("stream", streams(events)))
                            == 0);

            try (LedgerStore inOrder = new LedgerStore()) {
                inOrder.tell(events);
                assertThat(hashes(entries, events))
                        .isEqualTo(hashes(inOrder.database.getCollection("entries"), events));
            }
        }
    }

    @Test
    void ofTwoReplicasOneSealsAndWhenItIsGoneTheOtherGoesOnAndNothingIsSealedTwice() throws Exception {
        String database = TestBackend.shared().freshDatabase();
        RunningLedger first = start(database);
        try (RunningLedger second = start(database)) {
            MongoDatabase store = second.bean(MongoClient.class).getDatabase(database);
            new Story().waitingForCallback().events().forEach(first::send);
            await().atMost(SOON).until(() -> sealed(store) == 7);
            first.close();

            new Story().waitingForCallback().events().forEach(second::send);
            await().atMost(SOON).until(() -> sealed(store) == 14);
            new Story().waitingForCallback().events().forEach(second::send);
            await().atMost(SOON).until(() -> sealed(store) == 21);
            JsonNode verdict = verify(second, "");
            assertThat(verdict.get("ok").asBoolean()).as(verdict.toString()).isTrue();
            assertThat(verdict.get("unsealed").asInt()).isZero();
        } finally {
            first.close();
        }
    }

    /** Entries on pages that seals name; one that two seals name counts twice. */
    private static long sealed(MongoDatabase store) {
        long entries = 0;
        for (Document seal : store.getCollection("seals").find()) {
            entries += seal.get("entries", Number.class).longValue();
        }
        return entries;
    }

    @Test
    void aGapIsSeenUntilItFillsAndAlarmsWhenItDoesNot() throws Exception {
        try (RunningLedger ledger = start(TestBackend.shared().freshDatabase(), "--grid.gaps.alarm-after=2s")) {
            Story story = new Story().waitingForCallback();
            List<Envelope<Event>> events = story.events();
            ledger.send(events.get(0));
            ledger.send(events.get(1));
            ledger.send(events.get(4));

            await().atMost(SOON)
                    .until(() -> RunningLedger.json(ok(ledger.get(AUDITOR, "/api/v1/ledger/gaps")))
                                    .get("items")
                                    .size()
                            == 1);
            JsonNode gap = RunningLedger.json(ledger.get(AUDITOR, "/api/v1/ledger/gaps"))
                    .get("items")
                    .get(0);
            assertThat(gap.get("stream").asString()).isEqualTo("case/" + story.caseId);
            assertThat(gap.get("missingFrom").asInt()).isEqualTo(2);
            assertThat(gap.get("missingTo").asInt()).isEqualTo(3);
            await().atMost(SOON)
                    .until(() -> ledger.get(null, "/actuator/health").body().contains("DEGRADED"));
            await().atMost(SOON)
                    .until(() -> RunningLedger.json(ledger.get(AUDITOR, "/api/v1/ledger/gaps"))
                            .at("/items/0/alarm")
                            .asBoolean());
            GapAlarm alarm = ledger.bean(GapAlarm.class);
            await().atMost(SOON).until(() -> alarm.standing().equals(Set.of("case/" + story.caseId)));

            ledger.send(events.get(2));
            ledger.send(events.get(3));
            await().atMost(SOON)
                    .until(() -> RunningLedger.json(ledger.get(AUDITOR, "/api/v1/ledger/gaps"))
                            .get("items")
                            .isEmpty());
            await().atMost(SOON).until(() -> alarm.standing().isEmpty());
            await().atMost(SOON)
                    .until(() -> !ledger.get(null, "/actuator/health").body().contains("DEGRADED"));
            assertThat(ledger.get("s-handler-1", "/api/v1/ledger/gaps").statusCode())
                    .isEqualTo(403);
        }
    }

    private static JsonNode verify(RunningLedger ledger, String query) throws Exception {
        return RunningLedger.json(ok(ledger.get(AUDITOR, "/api/v1/ledger/verify" + query)));
    }

    private static HttpResponse<String> ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response;
    }

    private static List<String> ids(List<Envelope<Event>> events) {
        return events.stream().map(Envelope::id).toList();
    }

    private static List<String> streams(List<Envelope<Event>> events) {
        return events.stream().map(Envelope::stream).distinct().toList();
    }

    private static List<Document> hashes(
            com.mongodb.client.MongoCollection<Document> entries, List<Envelope<Event>> events) {
        return entries.find(Filters.in("_id", ids(events)))
                .sort(Sorts.ascending("_id"))
                .projection(new Document("hash", 1).append("prevHash", 1))
                .into(new ArrayList<>());
    }

    private static String offline(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        command.execute(arguments);
        return out.toString();
    }
}
