package io.wangge.systemtests.demo;

import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.ProblemAnswer;
import io.wangge.systemtests.client.Session;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** Plays all lines, a few at a time, and tells in their order what became of each. */
final class Day {
    /** As many as may be talking at once in a small command centre; also leaves the machine some air. */
    private static final int AT_ONCE = 8;

    private final People people;
    private final PrintStream out;

    Day(People people, PrintStream out) {
        this.people = people;
        this.out = out;
    }

    /** @return whether all became what it should */
    boolean play(List<DayReport> day) {
        long start = System.nanoTime();
        out.println("云山区的一天：%d 件上报 · a day in Yunshan District: %d reports".formatted(day.size(), day.size()));
        List<Played> played = new ArrayList<>();
        int failed = 0;
        try (ExecutorService desks = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Played>> plays = day.stream()
                    .map(report -> desks.submit(() -> Play.play(people, report)))
                    .toList();
            for (int line = 0; line < plays.size(); line++) {
                try {
                    Played one = plays.get(line).get();
                    played.add(one);
                    tell(one);
                } catch (ExecutionException notPlayed) {
                    failed++;
                    tellFailure(day.get(line), Objects.requireNonNull(notPlayed.getCause()));
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        boolean whole = everythingIsOnTheLedger(played);
        new Totals(played).tell(out);
        boolean proved = verified();
        out.println("用时 %.1f 秒 · took %.1f s"
                .formatted(seconds(System.nanoTime() - start), seconds(System.nanoTime() - start)));
        if (failed > 0) {
            out.println("不符：%d 件没有按预期结束 · %d reports did not end as they should".formatted(failed, failed));
        }
        return failed == 0 && whole && proved;
    }

    private static double seconds(long nanos) {
        return nanos / (double) Duration.ofSeconds(1).toNanos();
    }

    private void tell(Played one) {
        CaseView end = one.end();
        out.println(String.join(
                "  ",
                Columns.fit(end.caseNumber(), 24),
                Columns.fit(Objects.requireNonNullElse(one.report().category(), "----"), 4),
                Columns.fit(one.report().wholeText().strip(), 36),
                Columns.fit(one.report().way().zh() + " " + one.report().way().en(), 44),
                end.stateZh() + " " + end.state() + (end.closeReason().isEmpty() ? "" : "/" + end.closeReason())));
    }

    private void tellFailure(DayReport report, Throwable why) {
        out.println("不符 · not as it should be: %s | %s | %s"
                .formatted(report.way(), Columns.fit(report.text(), 40).strip(), why.getMessage()));
        if (!(why instanceof NotAsItShould || why instanceof ProblemAnswer)) {
            why.printStackTrace(out);
        }
    }

    /** The auditor finds every event of every case, the report before it. */
    private boolean everythingIsOnTheLedger(List<Played> played) {
        Session auditor = people.named("auditor-1");
        boolean whole = true;
        for (Played one : played) {
            try {
                JsonNode ledger = auditor.awaitLedger(one.end().id(), one.end().version());
                whole &= isWhole(one, ledger);
            } catch (RuntimeException missing) {
                whole = false;
                tellFailure(one.report(), missing);
            }
        }
        return whole;
    }

    private boolean isWhole(Played one, JsonNode ledger) {
        long ofTheCase = 0;
        long ofTheReport = 0;
        for (JsonNode entry : ledger.path("entries")) {
            String id = entry.path("id").asString("");
            ofTheCase += id.startsWith("case/") ? 1 : 0;
            ofTheReport += id.startsWith("report/") ? 1 : 0;
        }
        boolean whole = ofTheCase == one.end().version() && ofTheReport == 1;
        if (!whole) {
            tellFailure(
                    one.report(),
                    new NotAsItShould(
                            "台账上有 %d 条案卷记录，应为 %d 条"
                                    .formatted(ofTheCase, one.end().version()),
                            "the ledger has %d entries of the case".formatted(ofTheCase)));
        }
        return whole;
    }

    private boolean verified() {
        JsonNode verdict = people.named("auditor-1").verify();
        boolean ok = verdict.path("ok").asBoolean(false);
        out.println(
                ok
                        ? "台账校验通过：%s 条记录，%s 条链 · the ledger verifies: %s entries in %s chains"
                                .formatted(
                                        verdict.path("entries").asLong(0),
                                        verdict.path("streams").asLong(0),
                                        verdict.path("entries").asLong(0),
                                        verdict.path("streams").asLong(0))
                        : "台账校验失败 · the ledger does not verify: " + verdict);
        return ok;
    }
}
