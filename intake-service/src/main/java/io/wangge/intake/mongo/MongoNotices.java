package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.wangge.intake.desk.Notices;
import io.wangge.intake.desk.PagePlace;
import io.wangge.intake.notice.Delivery;
import io.wangge.intake.notice.Notice;
import io.wangge.kit.store.Inserts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The collection {@code notices}: one document per notice and recipient, gone after 90 days. */
public final class MongoNotices implements Notices {
    static final String COLLECTION = "notices";
    private static final BulkWriteOptions UNORDERED_BULK = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> notices;

    public MongoNotices(MongoDatabase database) {
        this.notices = database.getCollection(COLLECTION);
    }

    @Override
    public void add(List<Notice> added) {
        Inserts.each(notices, added.stream().map(NoticeDocuments::document).toList());
    }

    @Override
    public List<Notice> claimDue(Instant now, Duration lease, int atMost) {
        Date moment = Date.from(now);
        List<String> ids = notices.find(Filters.lte("nextAt", moment))
                .sort(Sorts.ascending("nextAt"))
                .limit(atMost)
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
        if (ids.isEmpty()) {
            return List.of();
        }
        String claim = UUID.randomUUID().toString();
        notices.updateMany(
                Filters.and(Filters.in("_id", ids), Filters.lte("nextAt", moment)),
                Updates.combine(Updates.set("nextAt", Date.from(now.plus(lease))), Updates.set("claim", claim)));
        return notices.find(Filters.and(Filters.in("_id", ids), Filters.eq("claim", claim)))
                .map(NoticeDocuments::notice)
                .into(new ArrayList<>());
    }

    @Override
    public void settle(List<Notice> settled) {
        if (settled.isEmpty()) {
            return;
        }
        List<UpdateOneModel<Document>> writes = settled.stream()
                .map(notice -> {
                    List<Bson> changes = new ArrayList<>(List.of(
                            Updates.set("deliveries", NoticeDocuments.deliveries(notice)), Updates.unset("claim")));
                    changes.add(notice.nextAt()
                            .map(next -> Updates.set("nextAt", Date.from(next)))
                            .orElseGet(() -> Updates.unset("nextAt")));
                    return new UpdateOneModel<Document>(Filters.eq("_id", notice.id()), Updates.combine(changes));
                })
                .toList();
        notices.bulkWrite(writes, UNORDERED_BULK);
    }

    @Override
    public Map<String, Integer> sentSince(Collection<String> recipients, Instant since) {
        Map<String, Integer> sent = new HashMap<>();
        notices.aggregate(List.of(
                        Aggregates.match(Filters.and(
                                Filters.in("to", recipients),
                                Filters.gte("storedAt", Date.from(since)),
                                Filters.eq("deliveries.state", Delivery.State.SENT.name()))),
                        Aggregates.group("$to", Accumulators.sum("sent", 1))))
                .forEach(counted -> sent.put(
                        counted.getString("_id"),
                        counted.get("sent", Number.class).intValue()));
        return sent;
    }

    @Override
    public List<Read> page(
            List<String> recipients, String reader, boolean unreadOnly, @Nullable PagePlace after, int atMost) {
        List<Bson> filters = new ArrayList<>(List.of(Filters.in("to", recipients)));
        if (unreadOnly) {
            filters.add(Filters.ne("readBy", reader));
        }
        if (after != null) {
            filters.add(beyond(after));
        }
        return notices.find(Filters.and(filters))
                .sort(Sorts.descending("storedAt", "_id"))
                .limit(atMost)
                .map(document -> new Read(NoticeDocuments.notice(document), isReadBy(document, reader)))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Notice> told(String noticeId, List<String> recipients) {
        List<String> ids =
                recipients.stream().map(to -> Notice.idOf(noticeId, to)).toList();
        return Optional.ofNullable(notices.find(Filters.in("_id", ids))
                .map(NoticeDocuments::notice)
                .first());
    }

    private static Bson beyond(PagePlace after) {
        Date time = Date.from(after.receivedAt());
        return Filters.and(
                Filters.lte("storedAt", time),
                Filters.or(Filters.lt("storedAt", time), Filters.lt("_id", after.reportId())));
    }

    private static boolean isReadBy(Document document, String reader) {
        @Nullable List<String> readers = document.getList("readBy", String.class);
        return readers != null && readers.contains(reader);
    }

    @Override
    public int unread(List<String> recipients, String reader, int atMost) {
        return (int) notices.countDocuments(
                Filters.and(Filters.in("to", recipients), Filters.ne("readBy", reader)),
                new CountOptions().limit(atMost));
    }

    @Override
    public void markRead(List<String> recipients, String reader, @Nullable List<String> ids) {
        List<Bson> filters = new ArrayList<>(List.of(Filters.in("to", recipients), Filters.ne("readBy", reader)));
        if (ids != null) {
            filters.add(Filters.in("_id", ids));
        }
        notices.updateMany(Filters.and(filters), Updates.addToSet("readBy", reader));
    }

    @Override
    public List<Notice> storedSince(Instant since, int atMost) {
        return notices.find(Filters.gte("storedAt", Date.from(since)))
                .sort(Sorts.ascending("storedAt"))
                .limit(atMost)
                .map(NoticeDocuments::notice)
                .into(new ArrayList<>());
    }

    @Override
    public List<Notice> sending(@Nullable PagePlace after, int atMost) {
        Bson left = Filters.exists("deliveries.0");
        return notices.find(after == null ? left : Filters.and(left, beyond(after)))
                .sort(Sorts.descending("storedAt", "_id"))
                .limit(atMost)
                .map(NoticeDocuments::notice)
                .into(new ArrayList<>());
    }
}
