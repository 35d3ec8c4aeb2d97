package io.wangge.intake.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "13800000001, 13800000001",
        "+86 138 0000 0001, 13800000001",
        "0086-138-0000-0001, 13800000001",
        "8613800000001, 13800000001",
        "１３８００００ ０００１, 13800000001",
        "(0571) 8800-0001, 057188000001",
        "12345, 12345",
        "+44 20 7946 0000, +442079460000"
    })
    void the_same_phone_is_one_number_however_it_is_written(String written, String expected) {
        assertThat(PhoneNumber.normalise(written)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "110", "call me", "1380000000x", "+", "12345678901234567890"})
    void what_cannot_be_dialled_is_no_phone_number(String written) {
        assertThat(PhoneNumber.normalise(written)).isEmpty();
    }
}
