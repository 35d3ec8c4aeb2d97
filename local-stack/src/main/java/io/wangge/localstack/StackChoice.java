package io.wangge.localstack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack a command is about. */
final class StackChoice {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "数据文件夹，默认 .grid · folder of data, logs and process ids (default: .grid)")
    @Nullable
    Path data;

    /** The options of a new stack. */
    StackOptions fresh() {
        StackOptions options = StackOptions.forPeople(System.out::println);
        return data == null ? options : options.withFolder(data.toAbsolutePath().normalize());
    }

    /** The stack that was started last in this folder, on the ports that it was given. */
    LocalStack remembered() {
        StackOptions options = fresh();
        StackFolder folder = new StackFolder(options.folder());
        return new LocalStack(
                options.withPorts(StackPorts.readFrom(folder.ports()).orElse(options.ports())));
    }
}
