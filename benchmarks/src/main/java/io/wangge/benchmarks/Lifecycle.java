package io.wangge.benchmarks;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Four authenticated calls through the gateway, and in between the waiting for what each sets going. */
final class Lifecycle {
    private static final double[][] GRIDS = {
        {120.107, 30.233},
        {120.107, 30.220},
        {120.107, 30.206},
        {120.122, 30.233},
        {120.122, 30.221},
        {120.122, 30.207},
        {120.137, 30.235},
        {120.137, 30.220},
        {120.138, 30.206},
        {120.152, 30.233},
        {120.152, 30.220},
        {120.152, 30.207}
    };
    private static final int GRIDS_OF_A_STREET = 6;
    private static final int WAIT_MS = 10_000;

    private final Wire wire;
    private final Tokens tokens;
    private final int grid;
    private final boolean firstStreet;

    /** @param number of the caller: callers spread over the grids */
    Lifecycle(Wire wire, Tokens tokens, int number) {
        this.wire = wire;
        this.tokens = tokens;
        this.grid = number % GRIDS.length;
        this.firstStreet = grid < GRIDS_OF_A_STREET;
    }

    /**
     * @param id of the case
     * @param seq of its last event
     */
    record Done(String id, long seq) {}

    Done run(Timings timings) throws IOException {
        String handler = tokens.headerOf(firstStreet ? "handler-7" : "handler-12");
        String clerk = tokens.headerOf(firstStreet ? "callback-clerk-2" : "callback-clerk-3");
        String id = Ids.next();
        long begin = System.nanoTime();

        ask(201, "POST", "/api/v1/reports", tokens.headerOf("grid-worker-" + (grid + 1)), report(id));
        long at = timings.record(Stage.REPORT, begin);

        awaitCase(id, 2, handler);
        at = timings.record(Stage.IN_INBOX, at);

        command(id, 2, handler, "\"type\":\"accept\"");
        at = timings.record(Stage.ACCEPT, at);

        JsonNode completed = command(id, 3, handler, "\"type\":\"complete\",\"text\":\"已逐户上门警示，加装朝上摄像头，照片已留存\"");
        at = timings.record(Stage.COMPLETE, at);
        long version = completed.path("version").asLong();
        String round = completed.path("roundId").asString();

        ask(200, "GET", "/api/v1/callbacks/" + round + "?waitMs=" + WAIT_MS, clerk, null);
        at = timings.record(Stage.ROUND_OPEN, at);

        ask(
                200,
                "POST",
                "/api/v1/callbacks/" + round + "/outcomes",
                clerk,
                "{\"id\":\"" + Ids.next() + "\",\"reached\":true,\"settled\":true,\"grade\":\"SATISFIED\"}");
        at = timings.record(Stage.OUTCOME, at);

        JsonNode closed = awaitCase(id, version + 1, handler);
        timings.record(Stage.CLOSED, at);
        timings.record(Stage.WHOLE, begin);
        if (!closed.path("state").asString("").equals("CLOSED")) {
            throw new BenchFailed("case %s is not closed: %s".formatted(id, closed));
        }
        return new Done(id, closed.path("version").asLong());
    }

    /** Waits until the ledger has the case's last event. */
    void awaitLedger(Done done) throws IOException {
        for (int tries = 0; tries < 12; tries++) {
            Wire.Reply reply = wire.send(
                    "GET",
                    "/api/v1/ledger/cases/%s?atLeastSeq=%d&waitMs=%d".formatted(done.id(), done.seq(), WAIT_MS),
                    tokens.headerOf("auditor-1"),
                    null);
            if (reply.status() == 200
                    && Tokens.JSON.readTree(reply.body()).path("seq").asLong() >= done.seq()) {
                return;
            }
        }
        throw new BenchFailed("case %s does not come to the ledger".formatted(done.id()));
    }

    /** A report of this caller's grid, as JSON. */
    String report(String id) {
        return ("{\"id\":\"%s\",\"category\":\"0804\",\"text\":\"江滨苑三号楼连续一周有人高空抛物，砸坏两辆车，楼下是孩子们玩耍的地方，请尽快处理\","
                        + "\"location\":{\"type\":\"Point\",\"coordinates\":[%s,%s]},"
                        + "\"resident\":{\"name\":\"张桂兰\",\"phone\":\"199%08d\"}}")
                .formatted(id, GRIDS[grid][0], GRIDS[grid][1], Math.floorMod(id.hashCode(), 10_000));
    }

    private JsonNode awaitCase(String id, long seq, String who) throws IOException {
        for (int tries = 0; tries < 6; tries++) {
            Wire.Reply reply =
                    wire.send("GET", "/api/v1/cases/%s?atLeastSeq=%d&waitMs=%d".formatted(id, seq, WAIT_MS), who, null);
            if (reply.status() == 200) {
                JsonNode theCase = Tokens.JSON.readTree(reply.body());
                if (theCase.path("version").asLong() >= seq) {
                    return theCase;
                }
            } else if (reply.status() != 404) {
                throw new BenchFailed("waiting for case %s was answered with %s".formatted(id, reply));
            }
        }
        throw new BenchFailed("case %s does not reach event %d within a minute".formatted(id, seq));
    }

    private JsonNode command(String id, long version, String who, String fields) throws IOException {
        return ask(
                200,
                "POST",
                "/api/v1/cases/" + id + "/commands",
                who + "If-Match: \"" + version + "\"\r\n",
                "{\"id\":\"" + Ids.next() + "\"," + fields + "}");
    }

    private JsonNode ask(int expected, String method, String path, String headers, @Nullable String body)
            throws IOException {
        Wire.Reply reply = wire.send(method, path, headers, body);
        if (reply.status() != expected) {
            throw new BenchFailed("%s %s was answered with %s".formatted(method, path, reply));
        }
        return Tokens.JSON.readTree(reply.body());
    }
}
