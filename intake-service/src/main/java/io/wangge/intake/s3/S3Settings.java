package io.wangge.intake.s3;

import io.wangge.kit.settings.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An object store that speaks the S3 protocol (MinIO, Ceph, OBS, OSS, COS, Amazon's own). With a bucket attachments are kept
 * there, without one in GridFS.
 *
 * @param bucket that exists; the service makes none
 * @param endpoint the store's address; none for Amazon's own
 * @param region as the store names it
 * @param pathStyle the bucket in the path and not in the host's name, as stores on own machines want it
 * @param accessKey who this service is there
 * @param secretKeyFile a file with the secret, one line; never the secret itself
 */
@ConfigurationProperties("grid.attachments.s3")
public record S3Settings(
        @Nullable String bucket,
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("true") boolean pathStyle,
        @Nullable String accessKey,
        @Nullable Path secretKeyFile) {
    public S3Settings {
        StartRefused.unless(
                bucket == null || bucket.isEmpty() || (accessKey != null && secretKeyFile != null),
                "grid.attachments.s3.bucket",
                String.valueOf(bucket),
                "it needs grid.attachments.s3.access-key and grid.attachments.s3.secret-key-file");
    }

    public boolean on() {
        return bucket != null && !bucket.isEmpty();
    }

    /** @throws IOException when the file cannot be read */
    String secretKey() throws IOException {
        if (secretKeyFile == null) {
            throw new IllegalStateException("No secret key is set");
        }
        return Files.readString(secretKeyFile).strip();
    }
}
