package io.wangge.systemtests;

import io.wangge.systemtests.client.GridClient;

/** What the demo's test needs of the shared stack. */
public final class WorldForDemo {
    private WorldForDemo() {}

    public static GridClient client() {
        return World.shared().client();
    }

    public static String password() {
        return World.shared().stack().demoPassword();
    }
}
