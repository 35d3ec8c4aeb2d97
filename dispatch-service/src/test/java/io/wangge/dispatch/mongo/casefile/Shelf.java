package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.MongoCollection;
import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseCommand;
import io.wangge.dispatch.casefile.CaseCommand.CallbackAnswered;
import io.wangge.dispatch.casefile.CaseDecider;
import io.wangge.dispatch.casefile.CaseOpening;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.casefile.StaffCommand;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** Puts cases of {@link SmallDistrict} on the shelf, as the service would store them. */
final class Shelf {
    private static final Caller EVERYBODY = new Caller(
            "everybody",
            "everybody",
            Stream.of(Role.values()).map(role -> new Grant(role, List.of("d"))).toList());
    private static final CaseMapper MAPPER = new CaseMapper();

    private final MongoCollection<Document> cases;

    Shelf(MongoCollection<Document> cases) {
        this.cases = cases;
    }

    static Case open(String id, String category, String grid, String text, String receiver, Instant at) {
        Received plain = SmallDistrict.report(id, category, grid, "resident", null);
        Received report = new Received(
                id,
                "T-" + id,
                plain.channel(),
                plain.nature(),
                category,
                new Erasable(text, "salt"),
                plain.location(),
                grid,
                null,
                plain.urgency(),
                Actor.staff(receiver, "g1"),
                plain.residentId(),
                null,
                at,
                null);
        Accepted accepted = new CaseOpening(report, SmallDistrict.facts(at)).open("N-" + id);
        Case first = Case.open(id, (Opened) accepted.events().getFirst(), at);
        return first.apply(accepted.events().getLast(), at, SmallDistrict.facts(at));
    }

    static Case accept(Case before, Instant at) {
        return after(before, new CaseCommand.ByStaff(EVERYBODY, new StaffCommand.Accept()), at);
    }

    static Case close(Case before, Instant at) {
        Case done = after(
                before,
                new CaseCommand.ByStaff(EVERYBODY, new StaffCommand.Complete(new Erasable("好了", "s"), List.of())),
                at);
        return after(done, new CallbackAnswered(before.id() + ".1", false, null, null, null), at);
    }

    void put(Case theCase) {
        cases.insertOne(document(theCase));
    }

    static Document document(Case theCase) {
        Document document = MAPPER.toDocument(theCase);
        document.putAll(MAPPER.writtenOnce(theCase));
        return document.append("_id", theCase.id()).append("version", 2L);
    }

    private static Case after(Case before, CaseCommand command, Instant at) {
        Accepted accepted = (Accepted) CaseDecider.decide(before, command, SmallDistrict.facts(at));
        Case now = before;
        for (CaseEvent event : accepted.events()) {
            now = now.apply(event, at, SmallDistrict.facts(at));
        }
        return now;
    }
}
