package io.wangge.ledger.mongo.rating;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.wangge.ledger.rating.ServiceWindow;
import io.wangge.ledger.rating.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Windows, one document each. */
public final class MongoWindows implements Windows {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> windows;

    public MongoWindows(MongoDatabase database) {
        this.windows = database.getCollection(RatingMigrations.WINDOWS);
    }

    @Override
    public Optional<ServiceWindow> find(String id) {
        return Optional.ofNullable(windows.find(Filters.eq("_id", id)).first()).map(MongoWindows::read);
    }

    @Override
    public Optional<ServiceWindow> ofDevice(String deviceHash) {
        return Optional.ofNullable(
                        windows.find(Filters.eq("deviceHash", deviceHash)).first())
                .map(MongoWindows::read);
    }

    @Override
    public void put(ServiceWindow window) {
        windows.updateOne(
                Filters.eq("_id", window.id()),
                Updates.combine(
                        Updates.set("nameZh", window.nameZh()),
                        Updates.set("nameEn", window.nameEn()),
                        Updates.set("unitId", window.unitId()),
                        Updates.set("staffId", window.staffId()),
                        Updates.set("staffNumber", window.staffNumber())),
                UPSERT);
    }

    @Override
    public void giveDevice(String windowId, String deviceHash) {
        windows.updateOne(Filters.eq("_id", windowId), Updates.set("deviceHash", deviceHash));
    }

    @Override
    public List<ServiceWindow> of(Set<String> unitIds) {
        return windows.find(Filters.in("unitId", unitIds))
                .sort(Sorts.ascending("_id"))
                .map(MongoWindows::read)
                .into(new ArrayList<>());
    }

    private static ServiceWindow read(Document document) {
        return new ServiceWindow(
                document.getString("_id"),
                document.getString("nameZh"),
                document.getString("nameEn"),
                document.getString("unitId"),
                document.getString("staffId"),
                document.getString("staffNumber"));
    }
}
