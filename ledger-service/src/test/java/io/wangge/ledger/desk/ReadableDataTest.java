package io.wangge.ledger.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.wire.EventTypes;
import io.wangge.ledger.Story;
import io.wangge.ledger.desk.CaseLedger.ReadableEntry;
import io.wangge.ledger.entry.StreamHead;
import io.wangge.ledger.kafka.JsonSayings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadableDataTest {
    private final Story story = new Story().reported();
    private final StreamHead.Link link =
            StreamHead.before(story.last().stream()).append(new JsonSayings().of(story.last()));

    @Test
    void aTextStandsBesideItsHash() {
        Map<String, Object> data = ReadableData.of(new ReadableEntry(link.entry(), link.texts()));

        assertThat(data)
                .containsEntry(
                        "text",
                        Map.of(
                                "hash", link.texts().getFirst().hash(),
                                "value", link.texts().getFirst().value()));
    }

    @Test
    void anErasedTextIsSaidToBeErased() {
        Map<String, Object> data = ReadableData.of(new ReadableEntry(link.entry(), List.of()));

        assertThat(data)
                .containsEntry("text", Map.of("hash", link.texts().getFirst().hash(), "erased", true))
                .containsEntry("category", "0102");
    }

    @Test
    void everyEventOfACaseHasANameInBothLanguages() {
        assertThat(EventTypes.all().keySet())
                .filteredOn(type -> type.matches("io\\.wangge\\.(report|case|callback)\\..*"))
                .allSatisfy(type -> {
                    assertThat(EntryNames.of(type).zh()).isNotEqualTo(type).isNotBlank();
                    assertThat(EntryNames.of(type).en()).isNotEqualTo(type).isNotBlank();
                });
    }
}
