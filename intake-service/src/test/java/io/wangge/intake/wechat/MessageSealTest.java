package io.wangge.intake.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageSealTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_409_659_813);
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private final MessageSeal seal = new MessageSeal("spamtest", "wx2c2769f8efd9abc2", KEY, Duration.ofMinutes(5));

    /** Worked out by hand with sha1sum: the parts sorted and joined are 1320562132 1409659813 spamtest. */
    @Test
    void signs_as_the_platform_does() {
        assertThat(seal.signature("1409659813", "1320562132", null)).isEqualTo(SIGNED);
        assertThat(seal.isGood(SIGNED, "1409659813", "1320562132", null, NOW)).isTrue();
    }

    private static final String SIGNED = "d7ad48d5fe094d775f14dbfe948d79d91fbc90b8";

    @Test
    void forged_incomplete_and_old_ones_are_refused() {
        assertThat(seal.isGood(SIGNED.replace('a', 'b').replace('0', '1'), "1409659813", "1320562132", null, NOW))
                .isFalse();
        assertThat(seal.isGood(SIGNED, "1409659813", "1320562133", null, NOW)).isFalse();
        assertThat(seal.isGood(null, "1409659813", "1320562132", null, NOW)).isFalse();
        assertThat(seal.isGood(SIGNED, "soon", "1320562132", null, NOW)).isFalse();
        assertThat(seal.isGood(SIGNED, "9223372036854775807", "1320562132", null, NOW))
                .isFalse();
        assertThat(seal.isGood(SIGNED, "1409659813", "1320562132", null, NOW.plusSeconds(301)))
                .isFalse();
        assertThat(seal.isGood(SIGNED, "1409659813", "1320562132", null, NOW.minusSeconds(301)))
                .isFalse();
    }

    @Test
    void what_is_sealed_opens_again_and_twice_the_same_looks_different() {
        String message = "<xml><Content>井盖破损 😀</Content></xml>";

        assertThat(seal.open(seal.close(message))).contains(message);
        assertThat(seal.close(message)).isNotEqualTo(seal.close(message));
    }

    @Test
    void garbage_and_what_is_sealed_for_another_account_stay_closed() {
        MessageSeal other = new MessageSeal("spamtest", "wx-other", KEY, Duration.ofMinutes(5));

        assertThat(seal.open(other.close("x"))).isEmpty();
        assertThat(seal.open("")).isEmpty();
        assertThat(seal.open("not base64!")).isEmpty();
        assertThat(seal.open("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")).isEmpty();
    }
}
