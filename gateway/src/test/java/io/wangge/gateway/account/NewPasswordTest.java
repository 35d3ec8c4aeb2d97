package io.wangge.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nine-long",
                "aaaaaaaaaaaa",
                "0123456789",
                "qwertyuiop",
                "my-Password-1",
                "Handler-1 again",
                "the old one!"
            })
    void whatIsShortOrGuessedFirstWillNotDo(String chosen) {
        assertThat(NewPassword.refusal(chosen, "handler-1", "the old one!")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a bench below the tree", "三棵槐树 下 的 长椅", "u7-kd9_xw!"})
    void whatIsLongWillDoWithoutOddCharacters(String chosen) {
        assertThat(NewPassword.refusal(chosen, "handler-1", "the old one!")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {25})
    void whatBcryptWouldNotLookAtIsRefusedRatherThanCut(int characters) {
        assertThat(NewPassword.refusal("春夏秋冬东".repeat(characters / 5), "handler-1", "old"))
                .isPresent();
    }
}
