package io.wangge.systemtests.demo;

import io.wangge.systemtests.client.GridClient;
import io.wangge.systemtests.client.ProblemAnswer;
import io.wangge.systemtests.client.Unreachable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * {@code ./grid demo}: a day of reports and everybody who has to do with them, on a running stack, again and again.
 * Exit codes: 0 all became what it should; 1 something did not, and the last lines say what.
 */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        // Chinese must come out whole, whatever the locale of the terminal says.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        URI base = URI.create(arguments.length > 0 ? arguments[0] : address());
        try (GridClient client = new GridClient(base)) {
            System.exit(run(client, Passwords.candidates(), out) ? 0 : 1);
        }
    }

    private static String address() {
        return Stream.of("GRID_BASE_URL", "GRID_GATEWAY_URI")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("http://127.0.0.1:8080");
    }

    /** @return whether all became what it should */
    static boolean run(GridClient client, List<String> passwords, PrintStream out) {
        try {
            People people = people(client, passwords);
            boolean asItShould = new Day(people, out).play(DayScript.load());
            OtherSystems.play(client, people, out);
            return asItShould;
        } catch (Unreachable nobodyThere) {
            out.println("连不上 %s，请先运行 ./grid up".formatted(client.base()));
            out.println("%s does not answer; run ./grid up first".formatted(client.base()));
        } catch (ProblemAnswer refused) {
            out.println("被拒绝 · refused: " + refused.getMessage());
        } catch (NotAsItShould other) {
            out.println(other.getMessage());
        }
        return false;
    }

    /** A stack made by {@code ./grid up} and one by compose may have different passwords. */
    private static People people(GridClient client, List<String> passwords) {
        ProblemAnswer refused = null;
        for (String password : passwords) {
            try {
                People people = new People(client, password);
                people.named("auditor-1");
                return people;
            } catch (ProblemAnswer wrong) {
                if (wrong.status() != 401) {
                    throw wrong;
                }
                refused = wrong;
            }
        }
        if (refused != null) {
            throw refused;
        }
        throw new NotAsItShould(
                "没有演示密码：请设置 GRID_DEMO_PASSWORD，或先运行 ./grid up",
                "there is no demo password: set GRID_DEMO_PASSWORD, or run ./grid up first");
    }
}
