package io.wangge.systemtests.chaos;

import io.wangge.localstack.LocalStack;
import io.wangge.localstack.StackException;
import io.wangge.localstack.StackOptions;
import io.wangge.systemtests.client.GridClient;
import io.wangge.systemtests.demo.People;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;

/**
 * {@code ./grid chaos [MINUTES]}: a stack of its own on free ports, people at work, and processes that die at random, for
 * five minutes unless said otherwise. Exit codes: 0 nothing lost; 1 something was; 2 not understood.
 */
public final class Chaos {
    private Chaos() {}

    public static void main(String[] arguments) {
        // Chinese must come out whole, whatever the locale of the terminal says.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int minutes;
        try {
            minutes = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        } catch (NumberFormatException notANumber) {
            out.println("用法 · usage: ./grid chaos [分钟数 · MINUTES]");
            System.exit(2);
            return;
        }
        System.exit(run(Duration.ofMinutes(minutes), out) ? 0 : 1);
    }

    private static boolean run(Duration duration, PrintStream out) {
        try (LocalStack stack = LocalStack.start(StackOptions.forTests().withProgress(out::println));
                GridClient client = new GridClient(stack.gatewayUri())) {
            People people = new People(client, stack.demoPassword());
            KillNine.Result result = new KillNine(stack, people, 16, out::println)
                    .run(() -> victimsFor(duration), Duration.ofSeconds(3));
            result.faults().forEach(fault -> out.println("不符 · fault: " + fault));
            out.println(
                    result.faults().isEmpty()
                            ? "%d 件已确认的上报全部办结，无重复、无缺号，台账校验通过 · all acknowledged reports are closed, nothing twice, no gap, the chain verifies"
                                    .formatted(result.acknowledged())
                            : "发现 %d 处问题 · faults found"
                                    .formatted(result.faults().size()));
            return result.faults().isEmpty();
        } catch (StackException words) {
            out.println(words.getMessage());
            return false;
        }
    }

    private static Iterator<String> victimsFor(Duration duration) {
        long deadline = System.nanoTime() + duration.toNanos();
        RandomGenerator random = RandomGenerator.getDefault();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return System.nanoTime() - deadline < 0;
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return KillNine.EVERYTHING.get(random.nextInt(KillNine.EVERYTHING.size()));
            }
        };
    }
}
