package io.wangge.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "查看一个进程的日志 · show the log of one process")
final class LogsCommand implements Callable<Integer> {

    @Mixin
    StackChoice choice = new StackChoice();

    @Parameters(
            paramLabel = "SERVICE",
            description = "mongod, kafka, gateway, intake-service, dispatch-service, ledger-service")
    String service = "";

    @Option(
            names = {"-f", "--follow"},
            description = "持续输出 · keep showing what comes")
    boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "行数，默认 200 · how many lines (default: 200)")
    int lines = 200;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalStack stack = choice.remembered();
        String name = List.of(service, service + "-service").stream()
                .filter(stack.servers()::containsKey)
                .findFirst()
                .orElseThrow(() -> new StackException(
                        "没有名为 %s 的进程；可选：%s".formatted(service, stack.servers().keySet()),
                        "No process is called %s; there are %s"
                                .formatted(service, stack.servers().keySet())));
        Path log = stack.log(name);
        if (!Files.exists(log)) {
            throw new StackException("还没有日志 %s".formatted(log), "There is no log %s yet".formatted(log));
        }
        System.out.println(log);
        if (!follow) {
            System.out.println(LocalProcess.lastLines(log, lines));
            return 0;
        }
        return new ProcessBuilder("tail", "-n", Integer.toString(lines), "-f", log.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
