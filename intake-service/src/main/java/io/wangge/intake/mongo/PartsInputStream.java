package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/** The parts of an upload one after the other; one is held at a time. */
final class PartsInputStream extends InputStream {
    private final MongoCollection<Document> parts;
    private final Iterator<ObjectId> next;
    private InputStream present = InputStream.nullInputStream();

    PartsInputStream(MongoCollection<Document> parts, List<ObjectId> ids) {
        this.parts = parts;
        this.next = ids.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = present.read(into, offset, length);
        while (read < 0 && next.hasNext()) {
            present = partOf(next.next());
            read = present.read(into, offset, length);
        }
        return read;
    }

    private InputStream partOf(ObjectId id) throws IOException {
        Document part = parts.find(Filters.eq("_id", id)).first();
        if (part == null) {
            throw new IOException("Part " + id + " of an upload is missing");
        }
        return new ByteArrayInputStream(part.get("bytes", Binary.class).getData());
    }
}
