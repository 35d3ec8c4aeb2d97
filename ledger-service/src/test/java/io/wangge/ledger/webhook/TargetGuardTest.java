package io.wangge.ledger.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.ledger.webhook.TargetGuard.Network;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {
    private final TargetGuard guard = new TargetGuard(List.of(Network.of("10.20.0.0/16")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.0.0.1",
                "10.21.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "fe80::1",
                "fd00::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "ff02::1"
            })
    void nobody_makes_us_call_inside(String address) throws Exception {
        assertThat(guard.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2400:3200::1", "10.20.255.1"})
    void public_addresses_and_what_the_deployment_allows_pass(String address) throws Exception {
        assertThat(guard.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void a_network_is_written_as_a_range_and_never_looked_up() {
        assertThatThrownBy(() -> Network.of("example.org/8")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Network.of("10.0.0.0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Network.of("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
    }
}
