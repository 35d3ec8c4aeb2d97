package io.wangge.intake.s3;

import io.wangge.intake.attachment.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** One object per blob, read and written as a stream. */
public final class S3Blobs implements Blobs, AutoCloseable {
    private final S3Client client;
    private final String bucket;

    public S3Blobs(S3Settings settings) throws IOException {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                // Stores other than Amazon's refuse the checksums that the client adds on its own.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        this.client = builder.build();
        this.bucket = Objects.requireNonNull(settings.bucket());
    }

    @Override
    public void put(String id, Path content) throws IOException {
        try {
            client.putObject(put -> put.bucket(bucket).key(id), RequestBody.fromFile(content));
        } catch (SdkException away) {
            throw new IOException("The object store did not take blob " + id, away);
        }
    }

    @Override
    public Optional<InputStream> open(String id) throws IOException {
        try {
            return Optional.of(client.getObject(get -> get.bucket(bucket).key(id)));
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        } catch (SdkException away) {
            throw new IOException("The object store does not give blob " + id, away);
        }
    }

    @Override
    public void delete(String id) throws IOException {
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(id));
        } catch (SdkException away) {
            throw new IOException("The object store does not delete blob " + id, away);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
