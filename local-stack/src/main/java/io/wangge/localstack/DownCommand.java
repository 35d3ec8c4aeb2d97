package io.wangge.localstack;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "依次停止全部，数据保留 · stop everything in order; data stays")
final class DownCommand implements Callable<Integer> {

    @Mixin
    StackChoice choice = new StackChoice();

    @Override
    public Integer call() {
        LocalStack stack = choice.remembered();
        if (stack.pids().isEmpty()) {
            System.out.println("没有在运行 · nothing is running");
        } else {
            stack.stop();
        }
        return 0;
    }
}
