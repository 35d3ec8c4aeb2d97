package io.wangge.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.wire.EventJson;
import io.wangge.kit.consume.EventHandler;
import io.wangge.ledger.Story;
import io.wangge.ledger.kafka.JsonSayings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class EntryHashTest {
    @Test
    void theHashOfAFixedEventNeverChanges() {
        Story story =
                new Story("0b0e7a52-0000-4000-8000-000000000001").reported().opened();
        LedgerEntry report = link(story, 0).entry();
        LedgerEntry opened = link(story, 1).entry();

        assertThat(List.of(report.hash(), opened.hash()))
                .containsExactly(
                        "437497bb243eb3adf31bff42a673ccec60e1b36a8400a07ceb7b9f8106db7749",
                        "da1878ca578d0f5ed2df20b8e8e369bb3c7a2f9d950fb6fdad07e630f15f42bb");
    }

    @Test
    void theHashIsThatOfTheCanonicalJsonAnybodyCanComputeWithoutOurCode() throws Exception {
        LedgerEntry entry = link(new Story().reported(), 0).entry();
        String json = EventJson.MAPPER.writeValueAsString(Map.of(
                "stream", entry.stream(),
                "prevHash", "0".repeat(64),
                "type", entry.type(),
                "data", EventJson.MAPPER.readTree(entry.data()),
                "seq", entry.seq(),
                "time", "2026-03-02T01:00:00.123Z",
                "id", entry.id()));
        byte[] canonical = new JsonCanonicalizer(json).getEncodedUTF8();

        assertThat(entry.hash()).isEqualTo(sha256(canonical));
    }

    @Test
    void anErasableTextLeavesOnlyItsSaltedHashInTheEntry() throws Exception {
        StreamHead.Link link = link(new Story().reported(), 0);

        ErasableText text = link.texts().getLast();
        assertThat(text.path()).isEqualTo("/text");
        assertThat(text.value()).startsWith("井盖破损");
        assertThat(CanonicalText.at(link.entry().data(), "/text"))
                .isEqualTo(
                        "{\"hash\":\"" + sha256((text.salt() + text.value()).getBytes(StandardCharsets.UTF_8)) + "\"}");
    }

    @Test
    void fieldsThatThisProgramDoesNotKnowAreInTheHash() {
        Envelope<Event> known = new Story().reported().last();
        byte[] more = EventJson.write(known.body())
                .replaceFirst("\\{", "{\"addedLater\":{\"x\":1e400},")
                .getBytes(StandardCharsets.UTF_8);

        StreamHead.Link link = StreamHead.before(known.stream())
                .append(JsonSayings.of(new EventHandler.Heard(known, more)).said());

        assertThat(link.entry().data()).startsWith("{\"addedLater\":{\"x\":\"Infinity\"},");
        assertThat(link.entry().hash())
                .isNotEqualTo(StreamHead.before(known.stream())
                        .append(JsonSayings.of(known).said())
                        .entry()
                        .hash());
    }

    @Test
    void idsOfResidentsAreTakenOutAndThoseOfStaffStay() {
        HashedData hashed = HashedData.of(
                "x/1",
                Map.of(
                        "residentIds", List.of("p-1", "p-2"),
                        "by", Map.of("kind", "RESIDENT", "id", "p-3"),
                        "firstReceiver", Map.of("kind", "STAFF", "id", "s-1")));

        assertThat(hashed.texts())
                .extracting(ErasableText::path, ErasableText::value)
                .containsExactly(
                        tuple("/by/id", "p-3"), tuple("/residentIds/0", "p-1"), tuple("/residentIds/1", "p-2"));
        assertThat(hashed.json()).contains("s-1").doesNotContain("p-1", "p-2", "p-3");
    }

    @Test
    void textsDeepInsideAreFoundByJsonPointer() {
        HashedData hashed =
                HashedData.of("x/1", Map.of("a", List.of(Map.of("b/c~d", Map.of("value", "v", "salt", "s")), "plain")));

        assertThat(hashed.texts()).containsExactly(new ErasableText("x/1", "/a/0/b~1c~0d", "v", "s"));
    }

    @Test
    void aLoneSurrogateIsReplacedBecauseNoStoreGivesItBack() {
        HashedData hashed = HashedData.of("x/1", Map.of("a", "x\uD83Dy", "b", "🚧"));

        assertThat(hashed.json()).isEqualTo("{\"a\":\"x\uFFFDy\",\"b\":\"🚧\"}");
    }

    @Test
    void eachEntryIsChainedToItsPredecessor() {
        Said first = new Said("account/a", 1, "t", Instant.EPOCH, Map.of("n", 1));
        Said second = new Said("account/a", 2, "t", Instant.EPOCH, Map.of("n", 2));
        StreamHead.Link one = StreamHead.before("account/a").append(first);
        StreamHead.Link two = one.head().append(second);

        assertThat(one.entry().prevHash()).isEqualTo(EntryHash.GENESIS);
        assertThat(two.entry().prevHash()).isEqualTo(one.entry().hash());
        assertThatThrownBy(() -> StreamHead.before("account/a").append(second))
                .hasMessage("account/a/2 does not follow account/a/0");
    }

    private StreamHead.Link link(Story story, int event) {
        Said said = JsonSayings.of(story.events().get(event)).said();
        return StreamHead.before(said.stream()).append(said);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
