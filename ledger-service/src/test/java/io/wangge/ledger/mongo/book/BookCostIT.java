package io.wangge.ledger.mongo.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.wire.EventJson;
import io.wangge.kit.consume.EventHandler.Heard;
import io.wangge.ledger.Story;
import io.wangge.ledger.book.Told;
import io.wangge.ledger.kafka.JsonSayings;
import io.wangge.ledger.mongo.LedgerStore;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What an entry costs on its way from Kafka's bytes into MongoDB: an entry is written about eight times per lifecycle. */
@EnabledIfSystemProperty(named = "grid.cost.batches", matches = "\\d+")
class BookCostIT {
    private final LedgerStore store = new LedgerStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void costOfAnEntry() {
        int batches = Integer.getInteger("grid.cost.batches");
        for (int size : new int[] {60, 480}) {
            run(20, size);
            long jvm = jvmNanos();
            long mongod = mongodMicros();
            long start = System.nanoTime();
            long entries = run(batches, size);
            System.out.printf(
                    "batches of %d: %d entries, JVM %.1f us, mongod %.1f us of CPU an entry, %.0f entries/s%n",
                    size,
                    entries,
                    (jvmNanos() - jvm) / 1e3 / entries,
                    (mongodMicros() - mongod) / (double) entries,
                    entries * 1e9 / (System.nanoTime() - start));
        }
    }

    private long run(int batches, int size) {
        MongoBook book = store.book().book();
        long entries = 0;
        for (int i = 0; i < batches; i++) {
            List<Envelope<Event>> batch = new ArrayList<>();
            while (batch.size() < size) {
                batch.addAll(new Story().waitingForCallback().events());
            }
            entries += book.write(batch.stream().map(BookCostIT::fromTheWire).toList())
                    .lines()
                    .size();
        }
        assertThat(entries).isEqualTo((long) batches * size);
        return entries;
    }

    private static Told fromTheWire(Envelope<Event> event) {
        byte[] json = EventJson.write(event.body()).getBytes(StandardCharsets.UTF_8);
        Event body = EventJson.read(EventJson.typeOf(event.body()), json);
        return JsonSayings.of(new Heard(new Envelope<>(event.stream(), event.seq(), event.time(), null, body), json));
    }

    private static long jvmNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private long mongodMicros() {
        Document extra = store.client
                .getDatabase("admin")
                .runCommand(new Document("serverStatus", 1))
                .get("extra_info", Document.class);
        return extra.get("user_time_us", Number.class).longValue()
                + extra.get("system_time_us", Number.class).longValue();
    }
}
