package io.wangge.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Nothing of a test outlives its JVM. */
class OrphansIT {

    @Test
    void processesAndFoldersGoWithAJvmThatIsKilled() throws IOException {
        Process jvm = new ProcessBuilder(
                        Jvm.java(), "-cp", System.getProperty("java.class.path"), Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader says = jvm.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(says.readLine())).orElseThrow();
            Path folder = Path.of(says.readLine());
            assertThat(child.isAlive()).isTrue();
            assertThat(folder).exists();

            jvm.destroyForcibly();

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !child.isAlive() && Files.notExists(folder));
        }
    }

    /** Starts a process that would stay for ten minutes, tells which, and waits to be killed. */
    static final class Parent {
        public static void main(String[] arguments) throws IOException {
            StackFolder folder = StackFolder.temporary();
            LocalProcess child = LocalProcess.start(
                    "sleeper", List.of("/bin/sleep", "600"), Map.of(), folder, LocalProcess.Lifetime.OF_THIS_JVM);
            System.out.println(child.pid());
            System.out.println(folder.root());
            System.in.read();
        }
    }
}
