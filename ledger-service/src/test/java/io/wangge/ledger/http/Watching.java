package io.wangge.ledger.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of a stream of events that waits for none of them longer than {@link #LONGEST_SECONDS}. */
public final class Watching implements AutoCloseable {
    private static final int LONGEST_SECONDS = 20;

    /** @param id as the client would send it back */
    public record Seen(String id, String event, String data) {}

    private final InputStream body;
    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

    private Watching(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    public static Watching of(RunningLedger ledger, String staffId, String path) throws Exception {
        return new Watching(ledger.stream(staffId, path));
    }

    public static Watching withLastEventId(RunningLedger ledger, String staffId, String path, String id)
            throws Exception {
        return new Watching(ledger.stream(staffId, path, "Last-Event-ID", id));
    }

    private void read() {
        String id = "";
        String event = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("event:")) {
                    event = line.substring(6);
                } else if (line.startsWith("data:")) {
                    seen.add(new Seen(id, event, line.substring(5)));
                }
            }
        } catch (IOException e) {
            // Closed by the test.
        }
    }

    /** What is told of cases and rounds. */
    public List<Seen> next(int many) throws InterruptedException {
        List<Seen> events = new ArrayList<>();
        while (events.size() < many) {
            Seen one = seen.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (one == null) {
                throw new AssertionError(
                        "After " + events.size() + " of " + many + " nothing came any more: " + events);
            }
            if (!one.event().startsWith("io.wangge.report.")) {
                events.add(one);
            }
        }
        return events;
    }

    /** What has come and was not asked for yet. */
    public List<Seen> soFar() {
        return List.copyOf(seen);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
