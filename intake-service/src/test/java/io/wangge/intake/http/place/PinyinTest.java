package io.wangge.intake.http.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
    @ParameterizedTest
    @CsvSource({
        "井盖, jinggai, jg",
        "路灯不亮, ludengbuliang, ldbl",
        "绿化, lvhua, lh",
        "12345热线, 12345rexian, 12345rx",
        "（）, '', ''"
    })
    void a_name_is_found_by_what_is_typed(String name, String full, String initials) {
        assertThat(Pinyin.of(name)).isEqualTo(new Pinyin(full, initials));
    }
}
