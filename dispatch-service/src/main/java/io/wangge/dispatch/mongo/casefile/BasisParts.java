package io.wangge.dispatch.mongo.casefile;

import static io.wangge.dispatch.mongo.casefile.Parts.maybe;
import static io.wangge.dispatch.mongo.casefile.Parts.put;

import io.wangge.contracts.casefile.RuleOrders;
import io.wangge.contracts.casefile.TableVersions;
import io.wangge.contracts.wire.EventJson;
import io.wangge.dispatch.casefile.Basis;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a case was decided by, inside its document. Versions are a list in the order of {@link TableVersions}, to which new
 * ones are appended: their names would be a third of a small case. Mostly the case was dispatched by what it was opened by;
 * then that stands once.
 */
final class BasisParts {
    private static final String ORDERS = "orders";
    private static final String DISPATCHED = "dispatched";
    private static final String AS_OPENED = "dispatchedAsOpened";

    private BasisParts() {}

    /** @param opened versions that stand with the opening */
    static @Nullable Document toDocument(Basis basis, @Nullable TableVersions opened) {
        Document document = new Document();
        put(
                document,
                ORDERS,
                maybe(basis.orders(), orders -> Document.parse(EventJson.MAPPER.writeValueAsString(orders))));
        TableVersions dispatched = basis.dispatched();
        if (dispatched != null && dispatched.equals(opened)) {
            document.append(AS_OPENED, true);
        } else {
            put(document, DISPATCHED, maybe(dispatched, BasisParts::list));
        }
        return document.isEmpty() ? null : document;
    }

    static Basis fromDocument(@Nullable Document document, @Nullable TableVersions opened) {
        return document == null
                ? new Basis(null, null)
                : new Basis(
                        maybe(
                                document.get(ORDERS, Document.class),
                                orders -> EventJson.MAPPER.readValue(orders.toJson(), RuleOrders.class)),
                        document.getBoolean(AS_OPENED, false)
                                ? opened
                                : maybe(document.getList(DISPATCHED, Number.class), BasisParts::versions));
    }

    static List<Long> list(TableVersions it) {
        return List.of(
                it.ladder(),
                it.organisation(),
                it.grid(),
                it.category(),
                it.ruleBook(),
                it.calendar(),
                it.mandate(),
                it.escalationPolicy(),
                it.casePolicy());
    }

    static TableVersions versions(List<Number> list) {
        return new TableVersions(
                list.get(0).longValue(),
                list.get(1).longValue(),
                list.get(2).longValue(),
                list.get(3).longValue(),
                list.get(4).longValue(),
                list.get(5).longValue(),
                list.get(6).longValue(),
                list.get(7).longValue(),
                list.get(8).longValue());
    }
}
