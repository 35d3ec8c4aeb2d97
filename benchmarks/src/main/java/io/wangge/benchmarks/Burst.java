package io.wangge.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/**
 * A city's rainstorm: reports at a fixed rate, whether or not those before were answered, for a minute. A report counts when
 * it is acknowledged, which it is once it is durable; afterwards each must become a case.
 */
final class Burst {
    /** How far behind its time a call may begin before there are too few callers to keep the rate. */
    private static final int CALLERS = 256;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final URI gateway;
    private final Tokens tokens;
    private final String mongoUri;

    Burst(URI gateway, Tokens tokens, String mongoUri) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.mongoUri = mongoUri;
    }

    /**
     * @param asked reports that were sent
     * @param acknowledged durable
     * @param putOff answered 429 or 503: to be repeated
     * @param failed everything else
     * @param took from the first call to the last answer
     * @param backlog after that, until the last acknowledged report had its case
     * @param latency microseconds from the moment a call was due to its answer
     */
    record Outcome(
            long asked,
            long acknowledged,
            long putOff,
            long failed,
            Duration took,
            Duration backlog,
            long cases,
            Histogram latency) {
        double acknowledgedPerSecond() {
            return acknowledged / (took.toNanos() / 1e9);
        }
    }

    /**
     * @param perSecond reports
     * @param batch reports in one call: 1 files them singly, more use the sync call of phones that come back
     */
    Outcome run(int perSecond, int batch, Duration time) {
        AtomicLong next = new AtomicLong();
        AtomicLong acknowledged = new AtomicLong();
        AtomicLong putOff = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        Histogram latency = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(2), 3);
        long calls = time.toSeconds() * perSecond / batch;
        long nanosPerCall = TimeUnit.SECONDS.toNanos(1) * batch / perSecond;
        try (MongoClient mongo = MongoClients.create(mongoUri)) {
            MongoCollection<Document> cases = mongo.getDatabase("grid_dispatch").getCollection("cases");
            long casesBefore = cases.countDocuments();
            long start = System.nanoTime();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int caller = 0; caller < CALLERS; caller++) {
                    int number = caller;
                    threads.execute(() -> {
                        try (Wire wire = new Wire(gateway)) {
                            for (long call = next.getAndIncrement(); call < calls; call = next.getAndIncrement()) {
                                long due = start + call * nanosPerCall;
                                LockSupport.parkNanos(due - System.nanoTime());
                                count(send(wire, number, batch), batch, acknowledged, putOff, failed);
                                latency.recordValue(
                                        Math.min(latency.getHighestTrackableValue(), (System.nanoTime() - due) / 1000));
                            }
                        } catch (IOException broken) {
                            failed.addAndGet(batch);
                        }
                    });
                }
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            long backlogBegan = System.nanoTime();
            long wanted = casesBefore + acknowledged.get();
            long now = cases.countDocuments();
            while (now < wanted && System.nanoTime() - backlogBegan < PATIENCE.toNanos()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
                now = cases.countDocuments();
            }
            return new Outcome(
                    calls * batch,
                    acknowledged.get(),
                    putOff.get(),
                    failed.get(),
                    took,
                    Duration.ofNanos(System.nanoTime() - backlogBegan),
                    now - casesBefore,
                    latency);
        }
    }

    private Wire.Reply send(Wire wire, int number, int batch) throws IOException {
        String worker = tokens.headerOf("grid-worker-" + (number % 12 + 1));
        Lifecycle form = new Lifecycle(wire, tokens, number);
        if (batch == 1) {
            return wire.send("POST", "/api/v1/reports", worker, form.report(Ids.next()));
        }
        StringBuilder items = new StringBuilder("{\"items\":[");
        for (int item = 0; item < batch; item++) {
            items.append(item == 0 ? "" : ",")
                    .append("{\"kind\":\"REPORT\",\"report\":")
                    .append(form.report(Ids.next()))
                    .append('}');
        }
        return wire.send(
                "POST", "/api/v1/reports/sync", worker, items.append("]}").toString());
    }

    private static void count(
            Wire.Reply reply, int batch, AtomicLong acknowledged, AtomicLong putOff, AtomicLong failed) {
        switch (reply.status()) {
            case 201 -> acknowledged.incrementAndGet();
            case 200 -> {
                for (JsonNode item : Tokens.JSON.readTree(reply.body()).path("items")) {
                    switch (item.path("outcome").asString("")) {
                        case "STORED" -> acknowledged.incrementAndGet();
                        case "TRY_AGAIN" -> putOff.incrementAndGet();
                        default -> failed.incrementAndGet();
                    }
                }
            }
            case 429, 503 -> putOff.addAndGet(batch);
            default -> failed.addAndGet(batch);
        }
    }
}
