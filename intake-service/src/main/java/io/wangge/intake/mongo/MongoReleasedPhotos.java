package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.wangge.intake.attachment.Attachment.Moment;
import io.wangge.intake.attachment.ReleasedPhoto;
import io.wangge.intake.attachment.ReleasedPhoto.Area;
import io.wangge.intake.attachment.ReleasedPhotos;
import io.wangge.kit.migration.Migration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The collection {@code released_photos}, by attachment. */
public final class MongoReleasedPhotos implements ReleasedPhotos {
    static final String COLLECTION = "released_photos";

    static final Migration BY_OWNER = new Migration(
            29,
            "Released photos of a report: GET /api/v1/public/tracking/{number}",
            List.of(IntakeMigrations.index(
                    COLLECTION,
                    new Document("key", new Document("ownerId", 1).append("at", 1)).append("name", "released_of"))));

    private final MongoCollection<Document> photos;

    public MongoReleasedPhotos(MongoDatabase database) {
        this.photos = database.getCollection(COLLECTION);
    }

    @Override
    public void put(ReleasedPhoto photo) {
        photos.replaceOne(
                Filters.eq("_id", photo.attachmentId()),
                new Document("_id", photo.attachmentId())
                        .append("ownerId", photo.ownerId())
                        .append("moment", photo.moment().name())
                        .append("blobId", photo.blobId())
                        .append("thumbnailId", photo.thumbnailId())
                        .append(
                                "areas",
                                photo.areas().stream()
                                        .map(area -> List.of(area.x(), area.y(), area.width(), area.height()))
                                        .toList())
                        .append("by", photo.by())
                        .append("at", Date.from(photo.at())),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public boolean withdraw(String attachmentId) {
        return photos.deleteOne(Filters.eq("_id", attachmentId)).getDeletedCount() == 1;
    }

    @Override
    public Optional<ReleasedPhoto> find(String attachmentId) {
        return Optional.ofNullable(photos.find(Filters.eq("_id", attachmentId)).first())
                .map(MongoReleasedPhotos::photo);
    }

    @Override
    public List<ReleasedPhoto> of(String ownerId) {
        return photos.find(Filters.eq("ownerId", ownerId))
                .sort(Sorts.ascending("at"))
                .map(MongoReleasedPhotos::photo)
                .into(new ArrayList<>());
    }

    private static ReleasedPhoto photo(Document document) {
        List<Area> areas = new ArrayList<>();
        for (Object area : document.getList("areas", Object.class)) {
            List<?> sides = (List<?>) area;
            areas.add(new Area(side(sides, 0), side(sides, 1), side(sides, 2), side(sides, 3)));
        }
        return new ReleasedPhoto(
                document.getString("_id"),
                document.getString("ownerId"),
                Moment.valueOf(document.getString("moment")),
                document.getString("blobId"),
                document.getString("thumbnailId"),
                areas,
                document.getString("by"),
                document.getDate("at").toInstant());
    }

    private static double side(List<?> sides, int index) {
        return ((Number) sides.get(index)).doubleValue();
    }
}
