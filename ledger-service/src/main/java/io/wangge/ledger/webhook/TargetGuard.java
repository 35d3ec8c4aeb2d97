package io.wangge.ledger.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where nobody may make us call (OWASP SSRF Prevention): addresses of this machine and of the networks behind it. What is
 * judged is the address that is connected to, at each try, so a name that changes its mind gains nothing.
 */
public final class TargetGuard {
    private static final List<Network> RESERVED = List.of(
            Network.of("0.0.0.0/8"),
            Network.of("10.0.0.0/8"),
            Network.of("100.64.0.0/10"),
            Network.of("127.0.0.0/8"),
            Network.of("169.254.0.0/16"),
            Network.of("172.16.0.0/12"),
            Network.of("192.0.0.0/24"),
            Network.of("192.0.2.0/24"),
            Network.of("192.88.99.0/24"),
            Network.of("192.168.0.0/16"),
            Network.of("198.18.0.0/15"),
            Network.of("198.51.100.0/24"),
            Network.of("203.0.113.0/24"),
            Network.of("224.0.0.0/4"),
            Network.of("240.0.0.0/4"),
            Network.of("::/96"),
            Network.of("64:ff9b::/96"),
            Network.of("64:ff9b:1::/48"),
            Network.of("100::/64"),
            Network.of("2001::/23"),
            Network.of("2001:db8::/32"),
            Network.of("2002::/16"),
            Network.of("fc00::/7"),
            Network.of("fe80::/10"),
            Network.of("fec0::/10"),
            Network.of("ff00::/8"));

    private final List<Network> allowed;

    /** @param allowed networks that may be called although they are private, such as the city's own platform's */
    public TargetGuard(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    public boolean allows(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.holds(address))
                || RESERVED.stream().noneMatch(network -> network.holds(address));
    }

    /** A range of addresses, such as {@code 10.20.0.0/16}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Network(byte[] prefix, int bits) {
        /** @throws IllegalArgumentException for what is no range; names are not looked up */
        public static Network of(String cidr) {
            int slash = cidr.indexOf('/');
            if (slash < 0 || !cidr.substring(0, slash).matches("[0-9a-fA-F:.]+")) {
                throw new IllegalArgumentException(cidr + " is no range of addresses");
            }
            try {
                byte[] prefix = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
                int bits = Integer.parseInt(cidr.substring(slash + 1));
                if (bits < 0 || bits > prefix.length * 8) {
                    throw new IllegalArgumentException(cidr + " is no range of addresses");
                }
                return new Network(prefix, bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(cidr + " is no range of addresses", e);
            }
        }

        boolean holds(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            if (!Arrays.equals(prefix, 0, whole, other, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            int mask = 0xff << (8 - rest) & 0xff;
            return rest == 0 || (prefix[whole] & mask) == (other[whole] & mask);
        }
    }
}
