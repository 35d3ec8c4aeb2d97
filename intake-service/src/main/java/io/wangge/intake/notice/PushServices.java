package io.wangge.intake.notice;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Push services that may be called: browsers name the address themselves, so whoever signs in could name any.
 *
 * @param hosts in lower case; {@code *.} before a name takes everything below it
 */
public record PushServices(List<String> hosts, boolean allowHttp) {
    public PushServices {
        hosts = List.copyOf(hosts);
    }

    public boolean allow(URI endpoint) {
        String host = endpoint.getHost();
        boolean scheme = "https".equalsIgnoreCase(endpoint.getScheme())
                || (allowHttp && "http".equalsIgnoreCase(endpoint.getScheme()));
        return scheme && host != null && endpoint.getUserInfo() == null && isNamed(host.toLowerCase(Locale.ROOT));
    }

    private boolean isNamed(String host) {
        return hosts.stream()
                .anyMatch(named -> named.startsWith("*.") ? host.endsWith(named.substring(1)) : host.equals(named));
    }
}
