package io.wangge.localstack;

import java.io.PrintStream;

/** The broker's process: formats an empty data folder, then becomes Kafka. One JVM start instead of two. */
final class BrokerMain {

    /** Any id will do, for the broker is alone. */
    private static final String CLUSTER_ID = "d2FuZ2dlLWxvY2FsLXN0YQ";

    private BrokerMain() {}

    /** Takes the path of a {@code server.properties}. */
    public static void main(String[] arguments) {
        String properties = arguments[0];
        int formatted = kafka.tools.StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", properties},
                new PrintStream(System.out, true));
        if (formatted != 0) {
            System.exit(formatted);
        }
        kafka.Kafka.main(new String[] {properties});
    }
}
