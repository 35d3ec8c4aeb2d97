package io.wangge.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may stand in a person's way, and the words in which they hear of it. */
class ObstaclesTest {

    @TempDir
    Path folder;

    @Test
    void aTakenPortIsNamedWithTheProcessThatHasIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PortHolder.requireFree("gateway", taken.getLocalPort()))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("端口 " + taken.getLocalPort() + " 已被占用")
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken by pid "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("--port-offset");
        }
    }

    @Test
    void aDiskThatIsTooFullIsNamedWithWhatIsLeft() {
        assertThatThrownBy(() -> DiskSpace.require(folder, Long.MAX_VALUE))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("磁盘空间不足")
                .hasMessageContaining("--data");
    }

    @Test
    void aServiceThatIsNotBuiltIsNamedWithWhatToRun() {
        assertThatThrownBy(() -> ServiceApp.of("gateway", folder, folder.resolve("apps")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("gateway 还没有构建")
                .hasMessageContaining("./grid up");
    }

    @Test
    void aDamagedJarIsNamed() throws IOException {
        Path jar = Files.createDirectories(folder.resolve("gateway/target")).resolve("gateway-app.jar");
        Files.writeString(jar, "half a download");
        assertThatThrownBy(() -> ServiceApp.of("gateway", folder, folder.resolve("apps")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("build it again");
    }

    @Test
    void aProcessThatDiesIsNamedWithTheLastLinesOfItsLog() {
        LocalProcess dying = LocalProcess.start(
                "gateway",
                List.of("/bin/sh", "-c", "echo the reason why; exit 3"),
                Map.of(),
                new StackFolder(folder),
                LocalProcess.Lifetime.OF_THIS_JVM);
        assertThatThrownBy(() -> Readiness.await(dying, Duration.ofSeconds(30), () -> false))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("the reason why")
                .hasMessageContaining(folder.resolve("logs/gateway.log").toString());
    }

    @Test
    void aDamagedListOfPortsIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("ports"), "gateway=eight thousand");
        assertThatThrownBy(() -> StackPorts.readFrom(file)).hasMessageContaining("remove it and try again");
    }

    @Test
    void portsAreReadBackAsTheyWereWritten() {
        StackPorts ports = StackPorts.standard().offsetBy(100);
        ports.writeTo(folder.resolve("ports"));
        assertThat(StackPorts.readFrom(folder.resolve("ports"))).contains(ports);
        assertThat(ports.gateway()).isEqualTo(8180);
    }

    @Test
    void theDemoPasswordIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
        StackFolder stack = new StackFolder(folder);
        String password = KeptSecret.in(stack, stack.demoPassword(), 14);
        assertThat(password).hasSize(14);
        assertThat(KeptSecret.in(stack, stack.demoPassword(), 14)).isEqualTo(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stack.demoPassword())))
                .isEqualTo("rw-------");
    }

    @Test
    void aRememberedProcessIsFoundAndAnEndedOneIsNot() {
        StackFolder stack = new StackFolder(folder);
        LocalProcess process = LocalProcess.start(
                "gateway", List.of("/bin/sleep", "600"), Map.of(), stack, LocalProcess.Lifetime.OF_THIS_JVM);
        assertThat(stack.running("gateway")).map(ProcessHandle::pid).contains(process.pid());
        process.kill();
        assertThat(stack.running("gateway")).isEmpty();
    }

    @Test
    void aPidThatAnotherProcessHasNowIsNotOurs() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(
                folder.resolve("run/gateway.pid"), ProcessHandle.current().pid() + " 1970-01-01T00:00:00Z");
        assertThat(new StackFolder(folder).running("gateway")).isEmpty();
    }
}
