package io.wangge.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A short command of this machine, run to its end. */
record Command(int exit, String output) {

    /** Exit 127 with the reason as output when there is no such command, as a shell answers. */
    static Command run(String... words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output);
        } catch (IOException noSuchCommand) {
            return new Command(127, String.valueOf(noSuchCommand.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while running " + words[0], interrupted));
        }
    }

    boolean succeeded() {
        return exit == 0;
    }

    String lastLine() {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> b)
                .orElse("");
    }
}
