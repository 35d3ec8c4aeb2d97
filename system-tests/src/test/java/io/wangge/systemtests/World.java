package io.wangge.systemtests;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.wangge.localstack.LocalStack;
import io.wangge.localstack.StackOptions;
import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.Command;
import io.wangge.systemtests.client.GridClient;
import io.wangge.systemtests.client.Outcome;
import io.wangge.systemtests.client.ReportForm;
import io.wangge.systemtests.client.Session;
import io.wangge.systemtests.demo.People;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** One whole stack with demo data for all tests of the module, and the people of its fictional district. */
final class World {
    /** Street lamp out: big, STREET, 市政; in grid 1 that is the municipal works station of Wangjiang Street. */
    static final String LAMP = "0602";

    static final String GRID_1 = "990100001001001";
    static final String COMMUNITY_1 = "990100001001";
    static final String MUNICIPAL_WORKS = "990100001-d07";
    static final String LAW_ENFORCEMENT = "990100001-d01";

    private static final class Shared {
        static final World WORLD = new World(LocalStack.start(StackOptions.forTests()));
    }

    private final LocalStack stack;
    private final GridClient client;
    private final People people;
    private final MongoClient mongo;

    private World(LocalStack stack) {
        this.stack = stack;
        this.client = new GridClient(stack.gatewayUri());
        this.people = new People(client, stack.demoPassword());
        this.mongo = MongoClients.create(stack.mongoUri());
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    }

    /** Started when the first test asks for it; ends with the JVM. */
    static World shared() {
        return Shared.WORLD;
    }

    LocalStack stack() {
        return stack;
    }

    GridClient client() {
        return client;
    }

    People people() {
        return people;
    }

    MongoClient mongo() {
        return mongo;
    }

    Session as(String username) {
        return people.named(username);
    }

    /** A street lamp in grid 1, with somebody to call back. */
    static ReportForm lamp() {
        return lampWithoutResident().resident("张桂兰", "19900001111");
    }

    static ReportForm lampWithoutResident() {
        return ReportForm.saying("江滨苑南门路灯不亮，晚上看不清台阶").category(LAMP).at(120.107, 30.233);
    }

    /** Reports it as the worker of grid 1 and waits for its case. */
    CaseView opened(ReportForm form) {
        as("grid-worker-1").report(form);
        return as("dispatcher-1").awaitSeq(form.id(), 2);
    }

    CaseView byHolder(CaseView theCase, Command command) {
        return people.holderOf(theCase).command(theCase, command);
    }

    CaseView accepted(CaseView theCase) {
        return byHolder(theCase, Command.accept());
    }

    CaseView completed(CaseView theCase) {
        CaseView done = byHolder(theCase, Command.complete("灯头已更换，试亮正常"));
        return done.isIn("PENDING_CHECK") ? people.checkerOf(done).command(done, Command.check(true, "已亮")) : done;
    }

    /** A lamp that is repaired, and waits for the resident's word. */
    CaseView awaitingCallback() {
        return completed(accepted(opened(lamp())));
    }

    /** Records what the resident says, and waits for what dispatch makes of it. */
    CaseView answered(CaseView theCase, Outcome outcome) {
        Session clerk = people.callbackClerkFor(theCase);
        clerk.awaitRound(theCase.roundId());
        clerk.outcome(theCase.roundId(), outcome);
        return as("dispatcher-1").awaitSeq(theCase.id(), theCase.version() + 1);
    }

    /** Every document in any of the product's databases that has this id. */
    List<Document> documentsOf(String id) {
        List<Document> found = new ArrayList<>();
        for (String database : mongo.listDatabaseNames()) {
            if (!database.startsWith("grid_")) {
                continue;
            }
            for (String collection : mongo.getDatabase(database).listCollectionNames()) {
                mongo.getDatabase(database)
                        .getCollection(collection)
                        .find(new Document("_id", id))
                        .into(found);
            }
        }
        return found;
    }
}
