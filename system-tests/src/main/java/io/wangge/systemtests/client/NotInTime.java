package io.wangge.systemtests.client;

/** What was waited for did not come. */
public final class NotInTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotInTime(String awaited, Object last) {
        super("%s did not come in time; last seen: %s".formatted(awaited, last));
    }
}
