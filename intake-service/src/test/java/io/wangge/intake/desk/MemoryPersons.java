package io.wangge.intake.desk;

import io.wangge.intake.person.Contact;
import io.wangge.intake.person.Persons;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Persons in memory, with the same contract as the store. */
public final class MemoryPersons implements Persons {
    public final Map<String, Contact> byId = new LinkedHashMap<>();

    @Override
    public synchronized boolean knows(String personId) {
        return byId.containsKey(personId);
    }

    @Override
    public synchronized String identify(Contact contact, String proposedId) {
        return byId.entrySet().stream()
                .filter(known -> contact.phone() != null
                        && contact.phone().equals(known.getValue().phone()))
                .findFirst()
                .map(known -> {
                    if (known.getValue().name() == null) {
                        known.setValue(new Contact(contact.name(), contact.phone(), known.getKey()));
                    }
                    return known.getKey();
                })
                .orElseGet(() -> {
                    byId.putIfAbsent(proposedId, new Contact(contact.name(), contact.phone(), proposedId));
                    return proposedId;
                });
    }

    @Override
    public synchronized Optional<Contact> whoHas(String phone) {
        return byId.values().stream()
                .filter(contact -> phone.equals(contact.phone()))
                .findFirst();
    }

    @Override
    public synchronized Optional<Contact> contactOf(String personId) {
        return Optional.ofNullable(byId.get(personId));
    }
}
