package io.wangge.intake.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "电话13812345678请回电, 电话138****5678请回电",
        "电话 138 1234 5678, 电话 138****5678",
        "138-1234-5678, 138****5678",
        "+86 13812345678, 138****5678",
        "８６１３８１２３４５６７８, 138****5678",
        "１３８１２３４５６７８, 138****5678",
        "身份证330106199001011234。, 身份证33**************34。",
        "33010619900101123X, 33**************3X",
        "330106900101123, 33***********23",
        "0571-88123456, 057********56",
        "两个13812345678和13987654321, 两个138****5678和139****4321"
    })
    void numbers_that_reach_a_person_are_masked(String text, String masked) {
        assertThat(SensitiveNumbers.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "井盖破损",
                "网格990100001001001的井盖",
                "案号990100001-20261123-000017",
                "12345热线 2026-11-23",
                "路灯 WJ-LAMP-0042",
                "金额 12345678 元",
                "😀𠮷祥路 1234567"
            })
    void other_numbers_stay(String text) {
        assertThat(SensitiveNumbers.masked(text)).isEqualTo(text);
    }
}
