package io.wangge.systemtests.client;

import java.io.IOException;
import java.net.URI;

/** No answer at all: whether the request was carried out is not known. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unreachable(URI address, IOException cause) {
        super("%s does not answer: %s".formatted(address, cause), cause);
    }
}
