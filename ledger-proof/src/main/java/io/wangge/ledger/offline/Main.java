package io.wangge.ledger.offline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./grid verify-proof} and {@code verify-ledger} run. Exit codes: 0 whole, 1 altered, 2 cannot be checked. */
@Command(
        name = "grid",
        description = "台账离线核验 · check a ledger without the service",
        subcommands = {VerifyProof.class, VerifyLedger.class, MakeSealKey.class})
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Before anything logs: what the driver tells is no part of a verdict.
        System.setProperty("logback.configurationFile", "io/wangge/ledger/offline/quiet-logback.xml");
        // Chinese must come out whole, whatever the locale of the terminal says.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(commandLine().execute(arguments));
    }

    /** For tests too: what it prints goes to the command line's own writers. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("无法核验 · cannot be checked: " + failure.getMessage());
            return 2;
        });
    }
}
