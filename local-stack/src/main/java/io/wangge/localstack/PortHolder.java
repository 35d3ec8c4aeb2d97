package io.wangge.localstack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who listens on a port, as far as this system tells. */
final class PortHolder {

    private static final Pattern PID = Pattern.compile("(?:pid=|^p)(\\d+)", Pattern.MULTILINE);

    private PortHolder() {}

    /** Refuses with the process that is in the way. */
    static void requireFree(String server, int port) {
        if (Ports.isFree(port)) {
            return;
        }
        Optional<ProcessHandle> holder = find(port);
        String who = holder.map(PortHolder::describe).orElse("");
        throw new StackException(
                "端口 %d 已被占用%s，%s 无法启动。请结束该进程，或用 ./grid up --port-offset 100 换一组端口。"
                        .formatted(port, who.isEmpty() ? "" : "（" + who + "）", server),
                "Port %d is taken%s, so %s cannot start. End that process, or take other ports with ./grid up --port-offset 100."
                        .formatted(port, who.isEmpty() ? "" : " by " + who, server));
    }

    private static String describe(ProcessHandle process) {
        return "pid " + process.pid()
                + process.info().command().map(command -> " " + command).orElse("");
    }

    static Optional<ProcessHandle> find(int port) {
        return List.of(
                        ProcFiles.listenerOn(port),
                        pidIn("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fp"),
                        pidIn("ss", "-ltnpH", "sport = :" + port))
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(ProcessHandle::of);
    }

    private static Optional<Long> pidIn(String... command) {
        Command asked = Command.run(command);
        if (!asked.succeeded()) {
            return Optional.empty();
        }
        Matcher pid = PID.matcher(asked.output());
        return pid.find() ? Optional.of(Long.valueOf(pid.group(1))) : Optional.empty();
    }
}
