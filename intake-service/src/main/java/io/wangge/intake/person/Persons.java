package io.wangge.intake.person;

import java.util.Optional;

/** Everyone who ever stood behind a report. The only place that knows names and phones. */
public interface Persons {
    /** @return whether there is such a person */
    boolean knows(String personId);

    /**
     * The person with this phone; a new one when there is none. Two calls with the same phone give the same person, also
     * at the same moment.
     *
     * @param proposedId the id that a new person gets; asking again with the same id makes nobody new
     */
    String identify(Contact contact, String proposedId);

    /** Who has this phone, without making anybody known. @param phone in the normal form of {@link PhoneNumber} */
    Optional<Contact> whoHas(String phone);

    /** Who it is, for those who call back. */
    Optional<Contact> contactOf(String personId);
}
