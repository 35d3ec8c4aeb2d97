package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.intake.alike.Follower;
import io.wangge.intake.alike.Followers;
import io.wangge.intake.mongo.ReportMapper.Fields;
import io.wangge.kit.store.Inserts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The collection {@code followers}. Apart from the reports, so that many who follow one never meet in one document. */
public final class MongoFollowers implements Followers {
    static final String COLLECTION = "followers";
    static final String FOLLOWS = "follows";
    static final String AT = "at";

    private final MongoCollection<Document> followers;

    public MongoFollowers(MongoDatabase database) {
        this.followers = database.getCollection(COLLECTION);
    }

    @Override
    public Optional<Follower> find(String id) {
        return one(Filters.eq("_id", id));
    }

    private Optional<Follower> one(Bson filter) {
        return Optional.ofNullable(followers.find(filter).first()).map(MongoFollowers::follower);
    }

    @Override
    public boolean add(Follower follower) {
        return Inserts.first(
                followers,
                new Fields()
                        .put("_id", follower.id())
                        .put(FOLLOWS, follower.reportId())
                        .put(ReportMapper.TRACKING_NUMBER, follower.trackingNumber())
                        .put("staffId", follower.staffId())
                        .put("residentId", follower.residentId())
                        .put("text", follower.text())
                        .put(AT, Date.from(follower.at()))
                        .put("contentHash", follower.contentHash())
                        .document);
    }

    private static Follower follower(Document document) {
        return new Follower(
                document.getString("_id"),
                document.getString(FOLLOWS),
                document.getString(ReportMapper.TRACKING_NUMBER),
                document.getString("staffId"),
                document.getString("residentId"),
                document.getString("text"),
                document.getDate(AT).toInstant(),
                document.getString("contentHash"));
    }

    @Override
    public List<Follower> of(String reportId, int atMost) {
        return followers
                .find(Filters.eq(FOLLOWS, reportId))
                .sort(Sorts.ascending(AT))
                .limit(atMost)
                .map(MongoFollowers::follower)
                .into(new ArrayList<>());
    }

    @Override
    public int count(String reportId) {
        return (int) followers.countDocuments(Filters.eq(FOLLOWS, reportId), new CountOptions().limit(COUNTED));
    }
}
