package io.wangge.localstack;

import de.flapdoodle.embed.mongo.distribution.Version;
import de.flapdoodle.embed.mongo.packageresolver.PlatformPackageResolver;
import de.flapdoodle.embed.process.distribution.Distribution;
import de.flapdoodle.os.CommonOS;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * MongoDB's own download. Flapdoodle knows which archive fits this system; the archive is checked against the SHA-256 that
 * MongoDB publishes beside it. A host that does not answer in a few seconds is passed over.
 */
final class MongodDownload implements MongodFinder.Source {

    private static final URI MONGODB = URI.create("https://fastdl.mongodb.org");
    private static final Duration TO_CONNECT = Duration.ofSeconds(4);
    private static final Duration TO_TRANSFER = Duration.ofMinutes(10);

    private final URI host;
    private final String archive;

    MongodDownload(URI host, String archive) {
        this.host = host;
        this.archive = archive;
    }

    static MongodDownload fromMongoDb() {
        return new MongodDownload(MONGODB, archiveForThisSystem());
    }

    /** Empty when there is none for this system. */
    private static String archiveForThisSystem() {
        try {
            return new PlatformPackageResolver(de.flapdoodle.embed.mongo.packageresolver.Command.MongoD)
                    .packageFor(Distribution.detectFor(CommonOS.list(), Version.Main.V8_0))
                    .url();
        } catch (RuntimeException unknownSystem) {
            return "";
        }
    }

    @Override
    public String name() {
        return host.resolve(archive).toString();
    }

    @Override
    public void fetch(Path target) throws IOException {
        if (!archive.endsWith(".tgz")) {
            throw new IOException("MongoDB offers no archive for this system that can be unpacked here");
        }
        Path folder = Folders.temporary();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            String published = get(client, archive + ".sha256", TO_CONNECT, BodyHandlers.ofString())
                    .strip();
            Path file = get(client, archive, TO_TRANSFER, BodyHandlers.ofFile(folder.resolve("mongodb.tgz")));
            Checksum.verify(file, published.split("\\s+", 2)[0]);
            unpack(file, folder, target);
        }
    }

    private <T> T get(HttpClient client, String path, Duration patience, HttpResponse.BodyHandler<T> body)
            throws IOException {
        try {
            HttpResponse<T> response = client.send(
                    HttpRequest.newBuilder(host.resolve(path)).timeout(patience).build(), body);
            if (response.statusCode() != 200) {
                throw new IOException("%s answers %d".formatted(response.uri(), response.statusCode()));
            }
            return response.body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (IOException unreachable) {
            throw new IOException("%s is not reachable (%s)".formatted(host, unreachable), unreachable);
        }
    }

    private static void unpack(Path archive, Path folder, Path target) throws IOException {
        Command unpacked = Command.run("tar", "-xzf", archive.toString(), "-C", folder.toString());
        if (!unpacked.succeeded()) {
            throw new IOException("the archive cannot be unpacked: " + unpacked.lastLine());
        }
        Files.delete(archive);
        try (var files = Files.walk(folder)) {
            Path mongod = files.filter(file -> file.endsWith("bin/mongod"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the archive holds no bin/mongod"));
            Files.move(mongod, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
