package io.wangge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Client libraries that others wrote, in Python, file, list and read through the gateway, unchanged (see
 * src/test/python/open311_clients.py). Where Python or the packages cannot be had it says so, loudly, and is skipped.
 */
class Open311ClientsIT {
    private static final Path LIBRARIES = Path.of("target", "open311-clients");
    private final World world = World.shared();

    @Test
    void clientsThatOthersWroteFileListAndRead() throws Exception {
        fetchLibraries();
        String id = UUID.randomUUID().toString();
        String key = world.as("admin-1")
                .exchange("POST", "/api/v1/api-keys", "{\"id\":\"%s\",\"name\":\"three\"}".formatted(id), Map.of())
                .done()
                .json()
                .path("key")
                .asString();

        Ran ran = run(
                List.of(
                        "python3",
                        "src/test/python/open311_clients.py",
                        world.stack().gatewayUri().resolve("/open311/v2").toString(),
                        key),
                Map.of(
                        "PYTHONPATH", LIBRARIES.toAbsolutePath().toString(),
                        "PYTHONIOENCODING", "UTF-8",
                        "PYTHONDONTWRITEBYTECODE", "1"));

        assertThat(ran.output()).doesNotContain("FAILED");
        assertThat(ran.code()).as(ran.output()).isZero();
        assertThat(ran.output()).contains("three finds it in the list", "georeport filters in xml");
    }

    private static void fetchLibraries() throws Exception {
        if (Files.isDirectory(LIBRARIES.resolve("georeport"))) {
            return;
        }
        List<String> pip = List.of("python3", "-m", "pip", "install", "--quiet", "--target", LIBRARIES.toString());
        // three asks for packages that only its own tests and its XML mode need, so its needs are named here.
        boolean there = succeeds(pip, "--no-deps", "three==0.8.0", "georeport==0.3.1")
                && succeeds(pip, "requests==2.34.2", "xmltodict==0.14.2", "simplejson==4.3.0");
        if (!there) {
            System.err.println(
                    "SKIPPED: the Open311 clients three and georeport cannot be had (python3 and pip needed)."
                            + " 跳过：取不到 Open311 客户端库 three 与 georeport（需要 python3 与 pip）。");
        }
        Assumptions.assumeTrue(there, "three and georeport can be had");
    }

    private static boolean succeeds(List<String> pip, String... more) throws Exception {
        List<String> command = new ArrayList<>(pip);
        command.addAll(List.of(more));
        try {
            return run(command, Map.of()).code() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private record Ran(int code, String output) {}

    private static Ran run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }
}
