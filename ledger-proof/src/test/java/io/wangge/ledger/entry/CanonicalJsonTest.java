package io.wangge.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1.0, 1",
        "120.125, 120.125",
        "1e21, 1e+21",
        "1e-7, 1e-7",
        "0.000001, 0.000001",
        "333333333.33333329, 333333333.3333333",
        "9007199254740992, 9007199254740992",
        "5e-324, 5e-324"
    })
    void numbersAreWrittenAsEcmaScriptDoes(double number, String text) {
        assertThat(CanonicalJson.of(number)).isEqualTo(text);
    }

    @Test
    void wholeNumbersAreTheSameWhateverTypeAStoreGivesBack() {
        assertThat(CanonicalJson.of(List.of(5, 5L, 5.0d, 5f, (short) 5))).isEqualTo("[5,5,5,5,5]");
        assertThat(CanonicalJson.of(9007199254740993L)).isEqualTo("9007199254740992");
    }

    @Test
    void keysAreOrderedByTheirUtf16CodeUnits() {
        Map<String, Object> map = new HashMap<>();
        // RFC 8785, 3.2.3
        List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")
                .forEach(key -> map.put(key, 1));

        assertThat(CanonicalJson.of(map))
                .isEqualTo(
                        "{\"\\r\":1,\"1\":1,\"\u0080\":1,\"\u00f6\":1,\"\u20ac\":1,\"\ud83d\ude00\":1,\"\ufb33\":1}");
    }

    @Test
    void onlyWhatMustBeIsEscaped() {
        assertThat(CanonicalJson.of("网格 €\"\\/\b\t\n\f\r\u000f\u007f"))
                .isEqualTo("\"网格 €\\\"\\\\/\\b\\t\\n\\f\\r\\u000f\u007f\"");
        assertThat(CanonicalJson.of(Arrays.asList(null, true, false))).isEqualTo("[null,true,false]");
        assertThat(CanonicalJson.of(Map.of())).isEqualTo("{}");
        assertThat(CanonicalJson.of(List.of())).isEqualTo("[]");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> CanonicalJson.of(new Date())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void anyTreeIsWrittenAsTheReferenceLibraryWritesIt(@ForAll("objects") Map<String, Object> tree) throws Exception {
        assertThat(CanonicalJson.of(tree))
                .isEqualTo(new JsonCanonicalizer(JSON.writeValueAsString(tree)).getEncodedString());
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("ab \"\\/\b\f\n\r\t\u0001\u00e9网格\u20ac\ufb33")
                .ofMaxLength(8);
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                texts.map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.of(true, false).map(bool -> (Object) bool));
        Arbitrary<Object> values = Arbitraries.lazyOf(
                () -> leaves,
                () -> leaves,
                () -> leaves.list().ofMaxSize(3).map(list -> (Object) list),
                () -> Arbitraries.maps(texts, leaves).ofMaxSize(3).map(map -> (Object) map));
        return Arbitraries.maps(texts, values).ofMaxSize(5);
    }
}
