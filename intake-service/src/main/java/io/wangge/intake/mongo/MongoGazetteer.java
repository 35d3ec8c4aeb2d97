package io.wangge.intake.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.geojson.Point;
import com.mongodb.client.model.geojson.Position;
import io.wangge.contracts.GeoPoint;
import io.wangge.intake.gazetteer.Gazetteer;
import io.wangge.intake.gazetteer.Place;
import io.wangge.intake.mongo.ReportMapper.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection {@code places}, each with the edition that it came with; {@code editions} says which one holds. An import
 * writes beside what is there and switches at its end.
 */
public final class MongoGazetteer implements Gazetteer {
    static final String COLLECTION = "places";
    static final String EDITION = "edition";
    private static final String CURRENT = "places";
    private static final int BATCH = 1000;

    private final MongoCollection<Document> places;
    private final MongoCollection<Document> editions;

    public MongoGazetteer(MongoDatabase database) {
        this.places = database.getCollection(COLLECTION);
        this.editions = database.getCollection("editions");
    }

    @Override
    public long edition() {
        Document current = editions.find(Filters.eq("_id", CURRENT)).first();
        return current == null ? 0 : current.getLong(EDITION);
    }

    @Override
    public void replace(long edition, List<Place> all) {
        for (int from = 0; from < all.size(); from += BATCH) {
            places.insertMany(all.subList(from, Math.min(all.size(), from + BATCH)).stream()
                    .map(place -> document(edition, place))
                    .toList());
        }
        // Of two imports at one moment the later one holds, whichever ends last.
        editions.updateOne(Filters.eq("_id", CURRENT), Updates.max(EDITION, edition), new UpdateOptions().upsert(true));
        places.deleteMany(Filters.lt(EDITION, edition()));
    }

    private static Document document(long edition, Place place) {
        return new Fields()
                .put("_id", edition + "/" + place.id())
                .put(EDITION, edition)
                .put("id", place.id())
                .put("name", place.name())
                .put("kind", place.kind())
                .put("address", place.address())
                .put("location", ReportMapper.point(place.location()))
                .put("keys", List.copyOf(place.keys()))
                .put("terms", List.copyOf(place.terms()))
                .document;
    }

    @Override
    public List<Place> beginning(String start, int atMost) {
        return read(
                places.find(
                        Filters.and(Filters.eq(EDITION, edition()), Filters.regex("keys", "^" + Pattern.quote(start)))),
                atMost);
    }

    @Override
    public List<Place> holding(Set<String> terms, int atMost) {
        return read(places.find(Filters.and(Filters.eq(EDITION, edition()), Filters.all("terms", terms))), atMost);
    }

    @Override
    public List<Place> near(GeoPoint position, int metres, int atMost) {
        Bson near = Filters.nearSphere(
                "location", new Point(new Position(position.longitude(), position.latitude())), (double) metres, 0.0);
        return read(places.find(Filters.and(Filters.eq(EDITION, edition()), near)), atMost);
    }

    private static List<Place> read(FindIterable<Document> found, int atMost) {
        return found.limit(atMost).map(MongoGazetteer::place).into(new ArrayList<>());
    }

    private static Place place(Document document) {
        return new Place(
                document.getString("id"),
                document.getString("name"),
                document.getString("kind"),
                document.getString("address"),
                ReportMapper.point(document.get("location", Document.class)),
                Set.copyOf(document.getList("keys", String.class)),
                Set.copyOf(document.getList("terms", String.class)));
    }
}
