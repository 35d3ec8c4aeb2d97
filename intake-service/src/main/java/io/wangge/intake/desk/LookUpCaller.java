package io.wangge.intake.desk;

import io.wangge.contracts.directory.Caller;
import io.wangge.intake.person.Contact;
import io.wangge.intake.person.Persons;
import io.wangge.intake.report.Report;
import java.util.List;
import java.util.Optional;

/** Who calls, and what he reported before: as far as the agent may read it. */
public final class LookUpCaller {
    /** What fits beside a form; older matters are found in the ledger. */
    static final int MOST = 20;

    private final Persons persons;
    private final Reports reports;
    private final ReadReports reading;

    public LookUpCaller(Persons persons, Reports reports, ReadReports reading) {
        this.persons = persons;
        this.reports = reports;
        this.reading = reading;
    }

    /** @param reports newest first; tips (举报) only for those whom their reporters are no secret to */
    public record History(Contact contact, List<Report> reports) {
        @Override
        public String toString() {
            return "History[…]";
        }
    }

    /** @param phone in normal form; nobody becomes known by a look */
    public Optional<History> byPhone(Caller caller, String phone) {
        return persons.whoHas(phone).map(contact -> history(caller, contact));
    }

    public Optional<History> byPerson(Caller caller, String personId) {
        return persons.contactOf(personId).map(contact -> history(caller, contact));
    }

    private History history(Caller caller, Contact contact) {
        String id = contact.personId();
        List<Report> known = id == null ? List.of() : reports.ofResident(id, MOST);
        return new History(
                contact,
                known.stream()
                        .filter(report -> reading.mayRead(caller, report) && reading.knowsReporter(caller, report))
                        .toList());
    }
}
