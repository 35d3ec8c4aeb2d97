package io.wangge.localstack;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "各进程的状态；全部正常时退出码为 0 · what runs; exit code 0 when all is well, else 1")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    StackChoice choice = new StackChoice();

    @Override
    public Integer call() {
        LocalStack stack = choice.remembered();
        boolean well = true;
        for (ProcessServer server : stack.servers().values()) {
            String state = stateOf(server);
            well &= state.equals("正常 · up");
            System.out.printf(
                    "%-17s 127.0.0.1:%-6d pid %-8s %s%n",
                    server.name(),
                    server.ports().getFirst(),
                    server.pid().isPresent() ? Long.toString(server.pid().getAsLong()) : "-",
                    state);
        }
        return well ? 0 : 1;
    }

    private static String stateOf(ProcessServer server) {
        if (!server.isRunning()) {
            return "未运行 · not running";
        }
        return server instanceof GridService service && !service.isHealthy() ? "未就绪 · not ready" : "正常 · up";
    }
}
