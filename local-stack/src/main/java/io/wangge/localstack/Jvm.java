package io.wangge.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JVM that the stack's processes run on: the one that runs this class, which is 21 or newer. */
final class Jvm {

    private Jvm() {}

    /**
     * For every JVM of the stack. Small heaps spare their cores a parallel collector; headers of 8 bytes instead of 12 save
     * a tenth of the heap and with it collections (JEP 519; a JVM before 25 does without).
     */
    static final List<String> LEAN = List.of(
            "-XX:+UseSerialGC",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseTransparentHugePages",
            "-Dfile.encoding=UTF-8");

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Class data sharing halves a service's start. A stack that stays writes the archive when a process ends in good order
     * (JDK 19 and newer keep it fresh by themselves); a test only reads it, since many may run at once.
     */
    static List<String> sharingClasses(Path archive, LocalProcess.Lifetime lifetime) {
        if (lifetime == LocalProcess.Lifetime.OF_THE_MACHINE) {
            return List.of(
                    "-XX:+AutoCreateSharedArchive",
                    "-XX:SharedArchiveFile=" + archive,
                    "-Xlog:cds=off",
                    "-Xlog:cds+dynamic=off");
        }
        return Files.exists(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off")
                : List.of();
    }
}
