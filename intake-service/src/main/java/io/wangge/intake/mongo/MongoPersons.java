package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.wangge.intake.person.Contact;
import io.wangge.intake.person.Persons;
import io.wangge.kit.store.GroupedCalls;
import io.wangge.kit.store.Inserts;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code persons}. The phone is kept as it is, since clerks must call it, under a unique index; nothing
 * of a document but its id ever leaves the service.
 */
public final class MongoPersons implements Persons, AutoCloseable {
    static final String COLLECTION = "persons";
    private static final int MAX_BATCH = 500;

    private final MongoCollection<Document> persons;
    private final InstantSource clock;
    private final GroupedCalls<Newcomer, String> identifications;

    public MongoPersons(MongoDatabase database, InstantSource clock) {
        this.persons = database.getCollection(COLLECTION);
        this.clock = clock;
        this.identifications = new GroupedCalls<>("group-identify", MAX_BATCH, Newcomer::key, this::identifyAll);
    }

    @Override
    public boolean knows(String personId) {
        return persons.find(Filters.eq("_id", personId))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    @Override
    public String identify(Contact contact, String proposedId) {
        return identifications.ask(new Newcomer(contact, proposedId));
    }

    private record Newcomer(Contact contact, String proposedId) {
        /** One phone is one person, also within a batch. */
        String key() {
            String phone = contact.phone();
            return phone == null ? proposedId : phone;
        }
    }

    private List<String> identifyAll(List<Newcomer> callers) {
        // Most who call have called before: a read is cheaper than an upsert that changes nothing.
        Map<String, Document> known = byPhone(callers);
        List<Newcomer> unknown = callers.stream()
                .filter(caller -> !known.containsKey(caller.key()))
                .toList();
        if (!unknown.isEmpty() && !insert(unknown)) {
            // Another replica was faster with one of these phones, or one is asked again.
            known.putAll(byPhone(unknown));
        }
        return callers.stream()
                .map(caller -> idOf(caller, known.get(caller.key())))
                .toList();
    }

    private Map<String, Document> byPhone(List<Newcomer> callers) {
        List<String> phones = callers.stream()
                .map(caller -> caller.contact().phone())
                .filter(Objects::nonNull)
                .toList();
        Map<String, Document> found = new HashMap<>();
        if (!phones.isEmpty()) {
            persons.find(Filters.in("phone", phones))
                    .projection(Projections.include("phone", "name"))
                    .forEach(person -> found.put(person.getString("phone"), person));
        }
        return found;
    }

    /** @return false when somebody is there already */
    private boolean insert(List<Newcomer> newcomers) {
        return Inserts.each(persons, newcomers.stream().map(this::document).toList());
    }

    private String idOf(Newcomer caller, @Nullable Document known) {
        if (known == null) {
            return caller.proposedId();
        }
        String id = known.getString("_id");
        String name = caller.contact().name();
        if (name != null && known.getString("name") == null) {
            persons.updateOne(
                    Filters.and(Filters.eq("_id", id), Filters.exists("name", false)), Updates.set("name", name));
        }
        return id;
    }

    private Document document(Newcomer newcomer) {
        Contact contact = newcomer.contact();
        Document document = new Document("_id", newcomer.proposedId());
        if (contact.name() != null) {
            document.append("name", contact.name());
        }
        if (contact.phone() != null) {
            document.append("phone", contact.phone());
        }
        return document.append("knownSince", Date.from(clock.instant()));
    }

    @Override
    public Optional<Contact> whoHas(String phone) {
        return Optional.ofNullable(persons.find(Filters.eq("phone", phone)).first())
                .map(MongoPersons::contact);
    }

    @Override
    public Optional<Contact> contactOf(String personId) {
        return Optional.ofNullable(persons.find(Filters.eq("_id", personId)).first())
                .map(MongoPersons::contact);
    }

    private static Contact contact(Document person) {
        return new Contact(person.getString("name"), person.getString("phone"), person.getString("_id"));
    }

    @Override
    public void close() {
        identifications.close();
    }
}
