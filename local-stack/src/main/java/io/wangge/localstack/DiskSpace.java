package io.wangge.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A database that runs out of disk stops in the middle; better not to start. */
final class DiskSpace {

    static final long ENOUGH_BYTES = 2L << 30;

    private DiskSpace() {}

    static void require(Path folder, long bytes) {
        try {
            long usable = Files.getFileStore(Folders.create(folder)).getUsableSpace();
            if (usable < bytes) {
                throw new StackException(
                        "磁盘空间不足：%s 只剩 %d MB，至少需要 %d MB。请清理后重试，或用 ./grid up --data 指定别的磁盘。"
                                .formatted(folder, usable >> 20, bytes >> 20),
                        "Too little disk space: %d MB left at %s, %d MB needed. Make room, or name another disk with ./grid up --data."
                                .formatted(usable >> 20, folder, bytes >> 20));
            }
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }
}
