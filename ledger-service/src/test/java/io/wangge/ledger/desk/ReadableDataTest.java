package io.wangge.ledger.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.wire.EventJson;
import io.wangge.contracts.wire.EventTypes;
import io.wangge.ledger.Story;
import io.wangge.ledger.desk.CaseLedger.ReadableEntry;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.StreamHead;
import io.wangge.ledger.kafka.JsonSayings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class ReadableDataTest {
    private final Story story = new Story().reported();
    private final StreamHead.Link link = StreamHead.before(story.last().stream())
            .append(JsonSayings.of(story.last()).said());

    @Test
    void aTextStandsBesideItsHash() {
        Map<String, Object> data = ReadableData.of(entry(link.texts()));

        assertThat(data)
                .containsEntry(
                        "text",
                        Map.of(
                                "hash", text().hash(),
                                "value", text().value()));
    }

    @Test
    void anErasedTextIsSaidToBeErased() {
        Map<String, Object> data = ReadableData.of(entry(List.of()));

        assertThat(data)
                .containsEntry("text", Map.of("hash", text().hash(), "erased", true))
                .containsEntry("category", "0102");
    }

    private ErasableText text() {
        return link.texts().stream()
                .filter(text -> text.path().equals("/text"))
                .findFirst()
                .orElseThrow();
    }

    private ReadableEntry entry(List<ErasableText> texts) {
        Map<String, Object> data = EventJson.MAPPER.readValue(link.entry().data(), new TypeReference<>() {});
        return new ReadableEntry(link.entry(), data, texts);
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
