package io.wangge.intake.mongo;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import io.wangge.intake.attachment.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bson.BsonString;

/** Kept bytes in GridFS, bucket {@code blobs}: read and written in pieces of 255 KB. */
public final class GridFsBlobs implements Blobs {
    private final GridFSBucket bucket;

    public GridFsBlobs(MongoDatabase database) {
        this.bucket = GridFSBuckets.create(database, "blobs");
    }

    @Override
    public void put(String id, Path content) throws IOException {
        try (InputStream bytes = Files.newInputStream(content)) {
            bucket.uploadFromStream(new BsonString(id), id, bytes);
        }
    }

    @Override
    public Optional<InputStream> open(String id) {
        try {
            return Optional.of(bucket.openDownloadStream(new BsonString(id)));
        } catch (MongoGridFSException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String id) {
        try {
            bucket.delete(new BsonString(id));
        } catch (MongoGridFSException e) {
            // There is none.
        }
    }
}
