package io.wangge.intake.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.intake.attachment.Blobs;
import io.wangge.intake.s3.S3Blobs;
import io.wangge.intake.s3.S3Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same of every place where bytes are kept; S3Proxy is a server of the S3 protocol that checks signatures. */
class BlobsIT {
    private static final String BUCKET = "wangge";

    @TempDir
    private static Path folder;

    private static IntakeStore store;
    private static BlobStoreContext kept;
    private static S3Proxy server;
    private static S3Blobs objects;

    @BeforeAll
    static void open() throws Exception {
        store = new IntakeStore();
        Properties overrides = new Properties();
        overrides.setProperty(
                "jclouds.filesystem.basedir",
                Files.createDirectory(folder.resolve("objects")).toString());
        kept = ContextBuilder.newBuilder("filesystem-nio2")
                .credentials("nobody", "nothing")
                .overrides(overrides)
                .build(BlobStoreContext.class);
        kept.getBlobStore().createContainerInLocation(null, BUCKET);
        server = S3Proxy.builder()
                .blobStore(kept.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "intake", "good-secret")
                .build();
        server.start();
        objects = new S3Blobs(settings("good-secret"));
    }

    @AfterAll
    static void close() throws Exception {
        objects.close();
        server.stop();
        kept.close();
        store.close();
    }

    static Stream<Blobs> places() {
        return Stream.of(new GridFsBlobs(store.database), objects);
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatWasPutComesBackByteForByte(Blobs blobs) throws IOException {
        byte[] photo = new byte[5 * 1024 * 1024 + 17];
        new Random(1).nextBytes(photo);
        String id = UUID.randomUUID().toString();

        blobs.put(id, file(photo));

        try (InputStream back = blobs.open(id).orElseThrow()) {
            assertThat(back.readAllBytes()).isEqualTo(photo);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void anEmptyOneIsOneToo(Blobs blobs) throws IOException {
        String id = UUID.randomUUID().toString();
        blobs.put(id, file(new byte[0]));
        try (InputStream back = blobs.open(id).orElseThrow()) {
            assertThat(back.readAllBytes()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatWasDeletedIsGoneAndDeletedAgainIsNoFault(Blobs blobs) throws IOException {
        String id = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        blobs.put(id, file(new byte[] {1}));
        blobs.put(other, file(new byte[] {2}));

        blobs.delete(id);
        blobs.delete(id);

        assertThat(blobs.open(id)).isEmpty();
        try (InputStream back = blobs.open(other).orElseThrow()) {
            assertThat(back.readAllBytes()).containsExactly(2);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatWasNeverPutIsNotThere(Blobs blobs) throws IOException {
        assertThat(blobs.open(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void aWrongSecretIsAFaultAndNotAnAbsentBlob() throws IOException {
        try (S3Blobs stranger = new S3Blobs(settings("wrong-secret"))) {
            assertThatThrownBy(() -> stranger.open("any")).isInstanceOf(IOException.class);
            Path content = file(new byte[] {1});
            assertThatThrownBy(() -> stranger.put("any", content)).isInstanceOf(IOException.class);
        }
    }

    private static S3Settings settings(String secret) throws IOException {
        Path secretFile = Files.writeString(Files.createTempFile(folder, "secret", ""), secret + "\n");
        return new S3Settings(
                BUCKET, URI.create("http://127.0.0.1:" + server.getPort()), "us-east-1", true, "intake", secretFile);
    }

    private static Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "photo", ""), content);
    }
}
