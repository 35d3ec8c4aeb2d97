package io.wangge.dispatch.mongo.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Erasable;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseCommand;
import io.wangge.dispatch.casefile.CaseDecider;
import io.wangge.dispatch.casefile.CaseOpening;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.ProvisionalClock;
import io.wangge.dispatch.casefile.ProvisionalClock.Which;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.casefile.StaffCommand;
import io.wangge.dispatch.clock.ClockRun;
import io.wangge.dispatch.clock.ClockRun.Move;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.clock.LimitUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.junit.jupiter.api.Test;

class CaseMapperTest {
    private static final Caller EVERYBODY = new Caller(
            "everybody",
            "everybody",
            Stream.of(Role.values()).map(role -> new Grant(role, List.of("d"))).toList());

    private final CaseMapper mapper = new CaseMapper();

    @Test
    void a_case_comes_back_as_it_was_in_every_state_of_its_life() {
        List<Case> life = new ArrayList<>();
        life.add(open("1301"));
        life.add(open("1102"));
        assertThat(life.getLast().basis().orders()).isNotNull();
        Case now = open("0103");
        life.add(now);
        now = after(now, new CaseCommand.ByStaff(EVERYBODY, new StaffCommand.Accept()));
        life.add(now);
        now = after(
                now, new CaseCommand.ByStaff(EVERYBODY, new StaffCommand.Complete(new Erasable("好了", "s"), List.of())));
        life.add(now);
        life.add(after(now, new CaseCommand.CallbackAnswered("report-1.1", true, true, Grade.FAIR, null)));
        now = after(now, new CaseCommand.CallbackAnswered("report-1.1", true, false, Grade.UNSATISFIED, false));
        life.add(now);
        life.add(after(
                now, new CaseCommand.ByStaff(EVERYBODY, new StaffCommand.Decide(CaseEvent.Decision.CLOSE, "超出政策"))));

        assertThat(life).extracting(Case::state).hasSize(8);
        for (Case theCase : life) {
            assertThat(mapper.fromDocument(theCase.id(), throughTheWire(mapper.toDocument(theCase))))
                    .isEqualTo(theCase);
        }
    }

    @Test
    void what_waits_for_a_calendar_comes_back_with_all_that_it_was_made_of() {
        Instant night = SmallDistrict.at("2026-12-31T16:30");
        Limit limit = new Limit(4, LimitUnit.WORK_HOUR);
        ClockRun run = ClockRun.ofShare(night, limit, 50)
                .then(new Move.Longer(limit))
                .then(new Move.Paused(night, night.plusSeconds(60), LimitUnit.WORK_HOUR))
                .then(new Move.GivenBack(night, night.plusSeconds(60), LimitUnit.WORKDAY));
        List<ProvisionalClock> clocks = List.of(
                new ProvisionalClock(Which.HANDLING, List.of("d", "s"), run, 2028),
                new ProvisionalClock(Which.CASE, List.of("d", "s"), ClockRun.certain(night), 2027));

        assertThat(ProvisionalParts.fromDocuments(ProvisionalParts.toDocuments(clocks)))
                .isEqualTo(clocks);
    }

    @Test
    void an_open_case_is_found_by_the_year_that_it_waits_for_and_one_that_is_over_is_not() {
        Case open = Shelf.open("report-1", "0102", "code-g1", "垃圾", "worker", SmallDistrict.at("2026-12-31T16:30"));

        assertThat(open.provisional()).hasSize(2);
        assertThat(mapper.toDocument(open)).containsEntry(CaseMapper.AWAITED_YEAR, 2027);
        assertThat(mapper.fromDocument(open.id(), throughTheWire(mapper.toDocument(open))))
                .isEqualTo(open);
        Case closed = Shelf.close(
                Shelf.accept(open, SmallDistrict.at("2026-12-31T16:40")), SmallDistrict.at("2026-12-31T16:50"));
        assertThat(mapper.toDocument(closed)).doesNotContainKey(CaseMapper.AWAITED_YEAR);
    }

    @Test
    void open_cases_come_first_by_what_is_due_next_and_closed_ones_last() {
        Case open = open("0103");
        Case closed = after(
                after(
                        after(open, new CaseCommand.ByStaff(EVERYBODY, new StaffCommand.Accept())),
                        new CaseCommand.ByStaff(
                                EVERYBODY, new StaffCommand.Complete(new Erasable("好了", "s"), List.of()))),
                new CaseCommand.CallbackAnswered("report-1.1", false, null, null, null));

        assertThat(ListKeys.orderOf(open)).isEqualTo(open.nextDueAt().toEpochMilli());
        assertThat(ListKeys.orderOf(closed))
                .isGreaterThan(SmallDistrict.at("2999-01-01T00:00").toEpochMilli());
        assertThat(ListKeys.inboxOf(open)).containsExactly("H:d", "H:s", "H:s-env");
        assertThat(ListKeys.inboxOf(closed)).isEmpty();
    }

    private static Case open(String category) {
        Accepted accepted = new CaseOpening(
                        SmallDistrict.report(category, "code-g1"), SmallDistrict.facts(SmallDistrict.MORNING))
                .open("990100001-20260302-0001");
        Case first = Case.open("report-1", (Opened) accepted.events().getFirst(), accepted.at());
        return first.apply(accepted.events().getLast(), accepted.at());
    }

    private static Case after(Case before, CaseCommand command) {
        Accepted accepted = (Accepted) CaseDecider.decide(before, command, SmallDistrict.facts(SmallDistrict.MORNING));
        Case now = before;
        for (CaseEvent event : accepted.events()) {
            now = now.apply(event, accepted.at());
        }
        return now;
    }

    /** As the driver writes and reads it. */
    private static Document throughTheWire(Document document) {
        BsonDocument wire = new BsonDocument();
        new DocumentCodec()
                .encode(
                        new BsonDocumentWriter(wire),
                        document,
                        EncoderContext.builder().build());
        return new DocumentCodec()
                .decode(new BsonDocumentReader(wire), DecoderContext.builder().build());
    }
}
