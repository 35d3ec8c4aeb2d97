package io.wangge.systemtests.chaos;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.wangge.localstack.LocalStack;
import io.wangge.systemtests.demo.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** {@code kill -9} of one process after the other while people work, each started again; then nothing may be missing. */
public final class KillNine {
    /** Everything that runs. */
    public static final List<String> EVERYTHING =
            List.of("intake-service", "dispatch-service", "ledger-service", "gateway", "kafka", "mongod");

    private final LocalStack stack;
    private final People people;
    private final int callers;
    private final Consumer<String> progress;

    /**
     * @param callers how many people work at once
     * @param progress hears a line for each step
     */
    public KillNine(LocalStack stack, People people, int callers, Consumer<String> progress) {
        this.stack = stack;
        this.people = people;
        this.callers = callers;
        this.progress = progress;
    }

    /**
     * @param acknowledged how many reports were acknowledged under fire
     * @param faults what was lost, done twice or left over
     */
    public record Result(int acknowledged, List<String> faults) {}

    /**
     * @param victims in the order in which they are killed
     * @param down how long each stays away before it is started again
     */
    public Result run(Iterable<String> victims, Duration down) {
        try (MongoClient mongo = MongoClients.create(stack.mongoUri())) {
            Aftermath aftermath = new Aftermath(people, mongo);
            Load load = new Load(people, callers, Duration.ofMinutes(3));
            load.start();
            List<String> faults = new ArrayList<>();
            for (String victim : victims) {
                awaitWork(load);
                progress.accept(
                        "kill -9 %s，已办结 %d · %d lifecycles done".formatted(victim, load.finished(), load.finished()));
                stack.kill(victim);
                LockSupport.parkNanos(down.toNanos());
                stack.start(victim);
                progress.accept("%s 已恢复 · is back".formatted(victim));
            }
            awaitWork(load);
            if (!load.finish(Duration.ofMinutes(4))) {
                faults.add("some lifecycles did not come to an end");
            }
            faults.addAll(load.troubles());
            List<String> acknowledged = load.acknowledged();
            progress.accept("核对 %d 件 · checking %d reports".formatted(acknowledged.size(), acknowledged.size()));
            faults.addAll(aftermath.faults(acknowledged));
            return new Result(acknowledged.size(), faults);
        }
    }

    /** The next blow falls when everybody has got something done since the last one. */
    private void awaitWork(Load load) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        int enough = load.finished() + callers;
        while (load.finished() < enough && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
