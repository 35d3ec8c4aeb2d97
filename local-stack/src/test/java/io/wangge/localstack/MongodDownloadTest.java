package io.wangge.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodDownloadTest {

    private static final String ARCHIVE = "/linux/mongodb-linux-x86_64-debian12-8.0.23.tgz";

    @TempDir
    Path folder;

    private final Map<String, byte[]> published = new HashMap<>();
    private HttpServer host;

    @BeforeEach
    void publish() throws IOException {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/", exchange -> {
            byte[] body = published.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        host.start();
    }

    @AfterEach
    void end() {
        host.stop(0);
    }

    @Test
    void theServerIsTakenOutOfAnArchiveWithTheRightChecksum() throws IOException {
        Path archive = archive("the server");
        published.put(ARCHIVE, Files.readAllBytes(archive));
        published.put(ARCHIVE + ".sha256", (Checksum.sha256(archive) + "  mongodb.tgz\n").getBytes());
        Path target = folder.resolve("mongod");
        download().fetch(target);
        assertThat(target).hasContent("the server");
    }

    @Test
    void anArchiveWithAnotherChecksumIsNotUsed() throws IOException {
        published.put(ARCHIVE, Files.readAllBytes(archive("something else")));
        published.put(ARCHIVE + ".sha256", "0".repeat(64).getBytes());
        Path target = folder.resolve("mongod");
        assertThatThrownBy(() -> download().fetch(target)).hasMessageContaining("checksum");
        assertThat(target).doesNotExist();
    }

    @Test
    void anArchiveWithoutAPublishedChecksumIsNotFetched() throws IOException {
        published.put(ARCHIVE, Files.readAllBytes(archive("the server")));
        assertThatThrownBy(() -> download().fetch(folder.resolve("mongod"))).hasMessageContaining("404");
    }

    @Test
    void aHostThatIsNotThereIsNamed() {
        URI nobody = URI.create("http://127.0.0.1:" + Ports.free());
        assertThatThrownBy(() -> new MongodDownload(nobody, ARCHIVE).fetch(folder.resolve("mongod")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(nobody + " is not reachable");
    }

    private MongodDownload download() {
        return new MongodDownload(
                URI.create("http://127.0.0.1:" + host.getAddress().getPort()), ARCHIVE);
    }

    private Path archive(String content) throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree/mongodb-8.0.23/bin"));
        Files.writeString(tree.resolve("mongod"), content);
        Path archive = folder.resolve("made.tgz");
        assertThat(Command.run(
                                "tar",
                                "-czf",
                                archive.toString(),
                                "-C",
                                folder.resolve("tree").toString(),
                                ".")
                        .succeeded())
                .isTrue();
        return archive;
    }
}
