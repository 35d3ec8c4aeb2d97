package io.wangge.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SealingKeyTest {
    private static final String HASH = "a".repeat(64);

    @Test
    void aKeyReadFromItsPemSignsAsTheSameKey() {
        SealingKey key = SealingKey.generate();
        SealingKey read = SealingKey.ofPem(key.pem());
        SealingKey onOneLine = SealingKey.ofPem(key.pem().replace("\n", "\\n"));

        assertThat(read.publicKey()).isEqualTo(key.publicKey()).isEqualTo(onOneLine.publicKey());
        assertThat(new PublicKeys(List.of(key.publicKey())).hold(HASH, read.sign(HASH)))
                .isTrue();
    }

    /** RFC 8032, section 7.1, test 1. */
    @Test
    void thePublicKeyOfAPrivateOneIsThatOfTheStandard() {
        SealingKey key = SealingKey.ofPem("-----BEGIN PRIVATE KEY-----\n"
                + "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
                + "-----END PRIVATE KEY-----\n");

        assertThat(key.publicKey().x()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    }

    @Test
    void anotherHashAnotherKeyAndNoSignatureDoNotHold() {
        SealingKey key = SealingKey.generate();
        PublicKeys keys = new PublicKeys(List.of(key.publicKey()));

        assertThat(keys.hold("b".repeat(64), key.sign(HASH))).isFalse();
        assertThat(keys.hold(HASH, SealingKey.generate().sign(HASH))).isFalse();
        assertThat(keys.hold(HASH, new Signature(key.publicKey().keyId(), "not base64 §")))
                .isFalse();
        assertThat(keys.hold(HASH, null)).isFalse();
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutBeingQuoted() {
        assertThatThrownBy(() -> SealingKey.ofPem("secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
