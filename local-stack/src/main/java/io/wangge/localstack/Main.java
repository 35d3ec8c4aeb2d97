package io.wangge.localstack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./grid up}, {@code down}, {@code status} and {@code logs} run. Exit codes: 0 done, 1 something stands in the way, 2 not understood. */
@Command(
        name = "grid",
        description = "网格本机环境 · Wangge on this machine",
        subcommands = {UpCommand.class, DownCommand.class, StatusCommand.class, LogsCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Chinese must come out whole, whatever the locale of the terminal says.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        int exit = new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof StackException words) {
                        command.getErr().println();
                        command.getErr().println(words.getMessage());
                        return 1;
                    }
                    throw failure;
                })
                .execute(arguments);
        System.exit(exit);
    }
}
