package io.wangge.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalTextTest {
    private static final String JSON = CanonicalJson.of(Map.of(
            "a", List.of(1, "x,]\"}", Map.of("b/c~d", Map.of("hash", "h"))),
            "a\"b", true,
            "empty", Map.of(),
            "list", List.of()));

    @Test
    void aPlaceIsFoundByItsPointer() {
        assertThat(CanonicalText.at(JSON, "/a/2/b~1c~0d")).isEqualTo("{\"hash\":\"h\"}");
        assertThat(CanonicalText.at(JSON, "/a/0")).isEqualTo("1");
        assertThat(CanonicalText.at(JSON, "/a/1")).isEqualTo("\"x,]\\\"}\"");
        assertThat(CanonicalText.at(JSON, "/a\"b")).isEqualTo("true");
        assertThat(CanonicalText.at(JSON, "/empty")).isEqualTo("{}");
        assertThat(CanonicalText.at(JSON, "")).isEqualTo(JSON);
    }

    @Test
    void whatIsNotThereAndWhatIsNoJsonIsNull() {
        assertThat(List.of("/b", "/a/3", "/a/0/x", "/a/x", "/empty/x", "/list/0"))
                .allSatisfy(
                        pointer -> assertThat(CanonicalText.at(JSON, pointer)).isNull());
        assertThat(CanonicalText.at("", "/a")).isNull();
        assertThat(CanonicalText.at("{\"a", "/a")).isNull();
    }
}
