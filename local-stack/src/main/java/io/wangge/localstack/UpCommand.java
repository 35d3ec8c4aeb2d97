package io.wangge.localstack;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "启动全部，就绪后返回 · start everything and return when it is ready")
final class UpCommand implements Callable<Integer> {

    @Mixin
    StackChoice choice = new StackChoice();

    @Option(names = "--foreground", description = "留在前台，Ctrl-C 时依次停止 · stay, and stop in good order at Ctrl-C")
    boolean foreground;

    @Option(names = "--no-demo-data", description = "不装入演示数据 · without the fictional place and its logins")
    boolean noDemoData;

    @Option(names = "--port-offset", paramLabel = "N", description = "全部端口加 N · move every port up by N")
    int portOffset;

    private volatile boolean ending;

    @Override
    public Integer call() throws InterruptedException {
        StackOptions options = choice.fresh().withDemoData(!noDemoData);
        options = options.withPorts(options.ports().offsetBy(portOffset));
        refuseOtherPorts(options);
        LocalStack stack = new LocalStack(foreground ? options.endingWithThisJvm() : options);
        if (stack.servers().values().stream().allMatch(ProcessServer::isRunning)) {
            System.out.println("已经在运行 · already running");
        } else if (foreground) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                ending = true;
                                stack.stop();
                            },
                            "stop-in-order"));
            stack.startAll();
        } else {
            stack.startAll();
        }
        Welcome.print(stack, !noDemoData);
        if (foreground) {
            System.out.println("按 Ctrl-C 停止 · Ctrl-C stops it");
            tellWhoDies(stack);
        }
        return 0;
    }

    /** Never returns: the JVM's end does. */
    private void tellWhoDies(LocalStack stack) throws InterruptedException {
        Set<String> told = new HashSet<>();
        while (true) {
            for (ProcessServer server : stack.servers().values()) {
                if (!server.isRunning() && !ending && told.add(server.name())) {
                    System.err.printf(
                            "%s 退出了；日志 %s 的最后几行 · it has ended; the last lines of its log:%n%s%n",
                            server.name(), stack.log(server.name()), server.lastLines(15));
                }
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** A folder belongs to one stack: two mongods on the same data would not start, in words that nobody understands. */
    private static void refuseOtherPorts(StackOptions wanted) {
        StackPorts.readFrom(new StackFolder(wanted.folder()).ports())
                .filter(ports -> !ports.equals(wanted.ports()))
                .ifPresent(ports -> {
                    if (!new LocalStack(wanted.withPorts(ports)).pids().isEmpty()) {
                        throw new StackException(
                                "%s 的环境已在端口 %d 上运行。请先 ./grid down，或用 --data 另选文件夹。"
                                        .formatted(wanted.folder(), ports.gateway()),
                                "The stack of %s already runs on port %d. First ./grid down, or choose another folder with --data."
                                        .formatted(wanted.folder(), ports.gateway()));
                    }
                });
    }
}
