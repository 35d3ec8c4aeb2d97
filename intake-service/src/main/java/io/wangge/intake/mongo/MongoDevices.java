package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.contracts.Urgency;
import io.wangge.intake.device.Alarm;
import io.wangge.intake.device.Device;
import io.wangge.intake.device.Devices;
import io.wangge.intake.device.ReadingKind;
import io.wangge.intake.mongo.ReportMapper.Fields;
import io.wangge.kit.store.Inserts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The collections {@code devices}, {@code reading_kinds} and {@code device_alarms}. */
public final class MongoDevices implements Devices {
    static final String ALARMS = "device_alarms";
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> devices;
    private final MongoCollection<Document> kinds;
    private final MongoCollection<Document> alarms;

    public MongoDevices(MongoDatabase database) {
        this.devices = database.getCollection("devices");
        this.kinds = database.getCollection("reading_kinds");
        this.alarms = database.getCollection(ALARMS);
    }

    @Override
    public Optional<Device> find(String id) {
        return Optional.ofNullable(devices.find(Filters.eq("_id", id)).first()).map(MongoDevices::device);
    }

    @Override
    public List<Device> all(int atMost) {
        return devices.find()
                .sort(Sorts.ascending("_id"))
                .limit(atMost)
                .map(MongoDevices::device)
                .into(new ArrayList<>());
    }

    @Override
    public Device put(Device device) {
        List<Bson> changes = new ArrayList<>(List.of(
                Updates.set("name", device.name()),
                Updates.set("unitId", device.unitId()),
                Updates.set("keeperId", device.keeperId()),
                Updates.set("disabled", device.disabled())));
        changes.add(setOrUnset("gridCode", device.gridCode()));
        changes.add(setOrUnset("location", ReportMapper.point(device.location())));
        changes.add(setOrUnset("assetId", device.assetId()));
        return device(Objects.requireNonNull(
                devices.findOneAndUpdate(Filters.eq("_id", device.id()), Updates.combine(changes), UPSERT)));
    }

    private static Bson setOrUnset(String field, @Nullable Object value) {
        return value == null ? Updates.unset(field) : Updates.set(field, value);
    }

    @Override
    public Optional<Device> newKey(String deviceId, String keyHash) {
        return Optional.ofNullable(
                        devices.findOneAndUpdate(Filters.eq("_id", deviceId), Updates.set("keyHash", keyHash), AFTER))
                .map(MongoDevices::device);
    }

    @Override
    public void heard(String deviceId, Instant at, @Nullable Long clockSkewSeconds) {
        devices.updateOne(
                Filters.eq("_id", deviceId),
                Updates.combine(
                        Updates.set("heardAt", Date.from(at)), setOrUnset("clockSkewSeconds", clockSkewSeconds)));
    }

    private static Device device(Document of) {
        return new Device(
                of.getString("_id"),
                of.getString("name"),
                of.getString("unitId"),
                of.getString("keeperId"),
                of.getString("gridCode"),
                ReportMapper.read(of.get("location", Document.class), ReportMapper::point),
                of.getString("assetId"),
                of.getBoolean("disabled", false),
                of.getString("keyHash"),
                ReportMapper.read(of.getDate("heardAt"), Date::toInstant),
                of.getLong("clockSkewSeconds"));
    }

    @Override
    public List<ReadingKind> kinds() {
        return kinds.find().sort(Sorts.ascending("_id")).map(MongoDevices::kind).into(new ArrayList<>());
    }

    @Override
    public void put(ReadingKind kind) {
        kinds.replaceOne(
                Filters.eq("_id", kind.code()),
                new Fields()
                        .put("nameZh", kind.nameZh())
                        .put("nameEn", kind.nameEn())
                        .put("unit", kind.unit())
                        .put("above", kind.above())
                        .put("below", kind.below())
                        .put("inARow", kind.inARow())
                        .put("category", kind.category())
                        .put("urgency", kind.urgency().name())
                        .document,
                new ReplaceOptions().upsert(true));
    }

    private static ReadingKind kind(Document of) {
        return new ReadingKind(
                of.getString("_id"),
                of.getString("nameZh"),
                of.getString("nameEn"),
                of.getString("unit"),
                of.getDouble("above"),
                of.getDouble("below"),
                of.getInteger("inARow"),
                of.getString("category"),
                Urgency.valueOf(of.getString("urgency")));
    }

    @Override
    public Optional<Alarm> alarm(String deviceId, String kind) {
        return Optional.ofNullable(
                        alarms.find(Filters.eq("_id", keyOf(deviceId, kind))).first())
                .map(MongoDevices::alarm);
    }

    /** Index {@code alarms_of}. */
    @Override
    public List<Alarm> alarmsOf(String deviceId) {
        return alarms.find(Filters.eq("deviceId", deviceId))
                .map(MongoDevices::alarm)
                .into(new ArrayList<>());
    }

    /** Index {@code unfiled_alarms}. */
    @Override
    public List<Alarm> unfiled(Instant before, int atMost) {
        return alarms.find(Filters.and(Filters.eq("filed", false), Filters.lt("since", Date.from(before))))
                .limit(atMost)
                .map(MongoDevices::alarm)
                .into(new ArrayList<>());
    }

    @Override
    public boolean replace(Alarm before, Alarm after) {
        Document document = document(after);
        if (before.version() == 0) {
            return Inserts.first(alarms, document);
        }
        Bson guard = Filters.and(
                Filters.eq("_id", keyOf(before.deviceId(), before.kind())), Filters.eq("version", before.version()));
        return alarms.replaceOne(guard, document).getMatchedCount() == 1;
    }

    private static String keyOf(String deviceId, String kind) {
        return deviceId + "/" + kind;
    }

    private static Document document(Alarm alarm) {
        return new Fields()
                .put("_id", keyOf(alarm.deviceId(), alarm.kind()))
                .put("deviceId", alarm.deviceId())
                .put("kind", alarm.kind())
                .put("run", alarm.run())
                .put("inARow", alarm.inARow())
                .put("counted", alarm.counted())
                .put("lastValue", alarm.lastValue())
                .put("worst", alarm.worst())
                .put("text", alarm.text())
                .put("since", ReportMapper.date(alarm.since()))
                .put("filed", alarm.filed())
                .put("batches", alarm.batches())
                .put("version", alarm.version())
                .document;
    }

    private static Alarm alarm(Document of) {
        return new Alarm(
                of.getString("deviceId"),
                of.getString("kind"),
                of.getLong("run"),
                of.getInteger("inARow"),
                of.getLong("counted"),
                of.getDouble("lastValue"),
                of.getDouble("worst"),
                of.getString("text"),
                ReportMapper.read(of.getDate("since"), Date::toInstant),
                of.getBoolean("filed"),
                of.getList("batches", String.class, List.of()),
                of.getLong("version"));
    }
}
