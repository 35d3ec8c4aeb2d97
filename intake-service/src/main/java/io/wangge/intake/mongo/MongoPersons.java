package io.wangge.intake.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.wangge.intake.person.Contact;
import io.wangge.intake.person.Persons;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code persons}. The phone is kept as it is, since clerks must call it, under a unique index; nothing
 * of a document but its id ever leaves the service.
 */
public final class MongoPersons implements Persons {
    static final String COLLECTION = "persons";

    private final MongoCollection<Document> persons;
    private final InstantSource clock;

    public MongoPersons(MongoDatabase database, InstantSource clock) {
        this.persons = database.getCollection(COLLECTION);
        this.clock = clock;
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
        String phone = contact.phone();
        // Most who call have called before: a read is cheaper than an upsert that changes nothing.
        String known = phone == null ? null : idByPhone(phone, contact.name());
        if (known != null) {
            return known;
        }
        try {
            persons.insertOne(document(contact, proposedId));
            return proposedId;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another report from the same phone was faster, or this one is asked again.
            String faster = phone == null ? null : idByPhone(phone, contact.name());
            return faster == null ? proposedId : faster;
        }
    }

    private @Nullable String idByPhone(String phone, @Nullable String name) {
        Document found = persons.find(Filters.eq("phone", phone))
                .projection(Projections.include("name"))
                .first();
        if (found == null) {
            return null;
        }
        String id = found.getString("_id");
        if (name != null && found.getString("name") == null) {
            persons.updateOne(
                    Filters.and(Filters.eq("_id", id), Filters.exists("name", false)), Updates.set("name", name));
        }
        return id;
    }

    private Document document(Contact contact, String id) {
        Document document = new Document("_id", id);
        if (contact.name() != null) {
            document.append("name", contact.name());
        }
        if (contact.phone() != null) {
            document.append("phone", contact.phone());
        }
        return document.append("knownSince", Date.from(clock.instant()));
    }

    @Override
    public Optional<Contact> contactOf(String personId) {
        return Optional.ofNullable(persons.find(Filters.eq("_id", personId)).first())
                .map(document -> new Contact(document.getString("name"), document.getString("phone"), personId));
    }
}
