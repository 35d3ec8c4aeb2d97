package io.wangge.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a stack is to run. Immutable; each {@code with} gives another.
 *
 * @param repository the folder of the sources, whose {@code target} folders hold the built services
 * @param folder where data, logs and process ids are kept
 * @param ports where everything listens
 * @param demoData whether the owners of the data seed the fictional place
 * @param demoPassword of the demo logins; null: kept in the folder, made up when it is not there
 * @param environment more environment variables for the four services
 * @param jvmOptions more options for the JVMs of the four services
 * @param stays whether the processes outlive this JVM
 * @param progress hears a line for each step, Chinese and English
 */
public record StackOptions(
        Path repository,
        Path folder,
        StackPorts ports,
        boolean demoData,
        @Nullable String demoPassword,
        Map<String, String> environment,
        List<String> jvmOptions,
        boolean stays,
        Consumer<String> progress) {

    public StackOptions {
        environment = Map.copyOf(environment);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** A stack for a test: free ports, demo data, and everything gone with the JVM. */
    public static StackOptions forTests() {
        return new StackOptions(
                repositoryHere(),
                Folders.temporary(),
                StackPorts.free(),
                true,
                null,
                Map.of(),
                List.of(),
                false,
                line -> {});
    }

    /** The stack that {@code ./grid up} starts: standard ports, data in {@code .grid}, processes that stay. */
    public static StackOptions forPeople(Consumer<String> progress) {
        Path repository = repositoryHere();
        return new StackOptions(
                repository,
                repository.resolve(".grid"),
                StackPorts.standard(),
                true,
                System.getenv("GRID_DEMO_PASSWORD"),
                Map.of(),
                List.of(),
                true,
                progress);
    }

    public StackOptions withFolder(Path other) {
        return new StackOptions(
                repository, other, ports, demoData, demoPassword, environment, jvmOptions, stays, progress);
    }

    public StackOptions withPorts(StackPorts other) {
        return new StackOptions(
                repository, folder, other, demoData, demoPassword, environment, jvmOptions, stays, progress);
    }

    public StackOptions withDemoData(boolean wanted) {
        return new StackOptions(
                repository, folder, ports, wanted, demoPassword, environment, jvmOptions, stays, progress);
    }

    public StackOptions withEnvironment(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new StackOptions(repository, folder, ports, demoData, demoPassword, more, jvmOptions, stays, progress);
    }

    public StackOptions withJvmOption(String option) {
        List<String> more = new ArrayList<>(jvmOptions);
        more.add(option);
        return new StackOptions(repository, folder, ports, demoData, demoPassword, environment, more, stays, progress);
    }

    public StackOptions withProgress(Consumer<String> listener) {
        return new StackOptions(
                repository, folder, ports, demoData, demoPassword, environment, jvmOptions, stays, listener);
    }

    /** The processes end with this JVM, even when it is killed. */
    public StackOptions endingWithThisJvm() {
        return new StackOptions(
                repository, folder, ports, demoData, demoPassword, environment, jvmOptions, false, progress);
    }

    /** GRID_HOME, as the script sets it, or the nearest folder upward that holds the modules. */
    private static Path repositoryHere() {
        String home = System.getenv("GRID_HOME");
        if (home != null && !home.isBlank()) {
            return Path.of(home).toAbsolutePath().normalize();
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("local-stack").resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new StackException(
                "在 %s 及其上级文件夹中找不到网格的源代码；请用 GRID_HOME 指明。".formatted(start),
                "The sources of Wangge are neither in %s nor above it; name them in GRID_HOME.".formatted(start));
    }
}
