package io.wangge.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTableTest {

    @Test
    void ratesCostsAndRatioFollowFromWhatWasCounted() {
        String table = ResultsTable.markdown(result());
        assertThat(table)
                .contains("commit abc123")
                .contains("| lifecycles/s | **100.0** | 400.0 | 0.25 |")
                .contains("| server CPU per lifecycle | **9.00 ms** | 3.00 ms (mongod and Kafka alone) | 0.33 |")
                .contains("mongod 4.00, gateway 5.00")
                .contains("| of which the JVMs' compilers, after 12000 lifecycles of warm-up | 0.25 ms | | |")
                .contains("| load generator's CPU, apart | 1.50 ms | | |");
    }

    @Test
    void aRunIsPutBehindThoseThatStandThere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new").resolve("RESULTS.md");
        ResultsTable.append(file, result());
        ResultsTable.append(file, result());
        assertThat(Files.readString(file)).startsWith("# Results").containsPattern("(?s)## 2026.*## 2026");
    }

    private static Result result() {
        Timings timings = new Timings();
        IntStream.range(0, 1000).forEach(any -> timings.record(Stage.WHOLE, System.nanoTime()));
        Map<String, Long> used = new java.util.LinkedHashMap<>();
        used.put("mongod", 4000L);
        used.put("gateway", 5000L);
        return new Result(
                OffsetDateTime.parse("2026-11-22T16:00:00+08:00"),
                new Machine(2, 8000, "some processor", "25", "abc123"),
                64,
                new LoadRun.Outcome(1000, Duration.ofSeconds(10), Duration.ofMillis(20), timings),
                used,
                Map.of("gateway", 250L),
                12_000,
                1500,
                new RawLimit.Outcome(4000, Duration.ofSeconds(10), Map.of("mongod", 9000L, "kafka", 3000L)),
                Map.of("gateway", 60L),
                Duration.ofSeconds(20),
                0.3);
    }
}
