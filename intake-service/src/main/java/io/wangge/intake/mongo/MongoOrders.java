package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.intake.mongo.ReportMapper.Fields;
import io.wangge.intake.order.Order;
import io.wangge.intake.order.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The collection {@code superior_orders}; its ids are {@code issuer/number}, so a number is never there twice. */
public final class MongoOrders implements Orders {
    static final String COLLECTION = "superior_orders";
    /** Stands for "no limit", so that such orders come last in the index. */
    private static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> orders;

    public MongoOrders(MongoDatabase database) {
        this.orders = database.getCollection(COLLECTION);
    }

    @Override
    public Optional<Order> find(String issuer, String number) {
        return Optional.ofNullable(orders.find(Filters.eq("_id", Order.keyOf(issuer, number)))
                        .first())
                .map(MongoOrders::order);
    }

    @Override
    public Order add(Order order) {
        Instant answerBy = order.answerBy();
        Bson first = Updates.combine(
                Updates.setOnInsert("issuer", order.issuer()),
                Updates.setOnInsert("number", order.number()),
                Updates.setOnInsert("reportId", order.reportId()),
                Updates.setOnInsert("answerBy", answerBy == null ? NEVER : Date.from(answerBy)),
                Updates.setOnInsert("takenBy", order.takenBy()),
                Updates.setOnInsert("takenAt", Date.from(order.takenAt())),
                Updates.setOnInsert("open", true),
                Updates.setOnInsert("answers", List.of()));
        return order(Objects.requireNonNull(orders.findOneAndUpdate(
                Filters.eq("_id", order.key()),
                first,
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER))));
    }

    @Override
    public Optional<Order> answered(Order before, Order.Answer answer) {
        Document document = new Fields()
                .put("id", answer.id())
                .put("outcome", answer.outcome().name())
                .put("responded", answer.responded())
                .put("settled", answer.settled())
                .put("satisfied", answer.satisfied())
                .put("text", answer.text())
                .put("byId", answer.byId())
                .put("at", Date.from(answer.at()))
                .document;
        return Optional.ofNullable(orders.findOneAndUpdate(
                        Filters.and(
                                Filters.eq("_id", before.key()),
                                Filters.size("answers", before.answers().size())),
                        Updates.combine(
                                Updates.push("answers", document),
                                Updates.set("answeredAt", Date.from(answer.at())),
                                Updates.set("open", !answer.outcome().isLast())),
                        AFTER))
                .map(MongoOrders::order);
    }

    @Override
    public List<Order> open(int atMost) {
        return orders.find(Filters.eq("open", true))
                .sort(Sorts.ascending("answerBy"))
                .limit(atMost)
                .map(MongoOrders::order)
                .into(new ArrayList<>());
    }

    @Override
    public List<Order> answeredSince(Instant moment, @Nullable String issuer, int atMost) {
        Bson since = Filters.gte("answeredAt", Date.from(moment));
        return orders.find(issuer == null ? since : Filters.and(since, Filters.eq("issuer", issuer)))
                .sort(Sorts.ascending("answeredAt"))
                .limit(atMost)
                .map(MongoOrders::order)
                .into(new ArrayList<>());
    }

    private static Order order(Document of) {
        Date answerBy = of.getDate("answerBy");
        return new Order(
                of.getString("issuer"),
                of.getString("number"),
                of.getString("reportId"),
                NEVER.equals(answerBy) ? null : answerBy.toInstant(),
                of.getString("takenBy"),
                of.getDate("takenAt").toInstant(),
                of.getList("answers", Document.class, List.of()).stream()
                        .map(MongoOrders::answer)
                        .toList());
    }

    private static Order.Answer answer(Document of) {
        return new Order.Answer(
                of.getString("id"),
                Order.Outcome.valueOf(of.getString("outcome")),
                of.getBoolean("responded", false),
                of.getBoolean("settled"),
                of.getBoolean("satisfied"),
                of.getString("text"),
                of.getString("byId"),
                of.getDate("at").toInstant());
    }
}
