package io.wangge.intake.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.desk.PersonsContract;
import io.wangge.intake.person.Persons;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MongoPersonsIT implements PersonsContract {
    private static IntakeStore store;

    @BeforeAll
    static void open() {
        store = new IntakeStore();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    public Persons persons() {
        return store.persons;
    }

    @Override
    public String freshPhone() {
        return store.freshPhone();
    }

    @Test
    void a_person_is_found_by_phone_from_the_index() {
        Document plan = store.database
                .getCollection(MongoPersons.COLLECTION)
                .find(new Document("phone", "13800000001"))
                .explain();

        assertThat(plan.get("queryPlanner", Document.class)
                        .get("winningPlan", Document.class)
                        .toJson())
                .contains("\"" + IntakeMigrations.PHONE_INDEX + "\"")
                .doesNotContain("COLLSCAN");
    }
}
