package io.wangge.intake.desk;

import static io.wangge.intake.YunshanDirectory.EAST;
import static io.wangge.intake.YunshanDirectory.OTHER_WORKER;
import static io.wangge.intake.YunshanDirectory.WEST;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static io.wangge.intake.YunshanDirectory.caller;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.Forms;
import io.wangge.intake.YunshanDirectory;
import io.wangge.intake.desk.Reports.Added;
import io.wangge.intake.person.Contact;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.NewReport;
import io.wangge.intake.report.ReportForm.OnSpot;
import io.wangge.intake.report.ReportForm.Resident;
import io.wangge.intake.report.ReportReading;
import io.wangge.intake.suggestion.UrgentWords;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TakeInReportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123Z");
    private final MemoryReports reports = new MemoryReports();
    private final MemoryPersons persons = new MemoryPersons();
    private final AtomicLong number = new AtomicLong();
    private final TakeInReport desk = new TakeInReport(
            reports,
            persons,
            series -> number.incrementAndGet(),
            new RandomSource() {
                private final AtomicLong salts = new AtomicLong();

                @Override
                public String salt() {
                    return "salt-" + salts.incrementAndGet();
                }

                @Override
                public String personId() {
                    return UUID.randomUUID().toString();
                }
            },
            YunshanDirectory::directory,
            InstantSource.fixed(NOW),
            ZoneId.of("Asia/Shanghai"),
            () -> UrgentWords.NONE);

    @Test
    void a_report_is_stored_with_the_event_that_says_the_same() {
        Forms form = Forms.good().settledOnSpot(new OnSpot("已扶正", List.of("a")));

        Received received = taken(desk.take(caller(WORKER), read(form), "00-trace-01"));

        assertThat(received.trackingNumber()).isEqualTo("261122-0001");
        assertThat(received.gridCode()).isEqualTo(WEST);
        assertThat(received.channel()).isEqualTo(Channel.GRID_WORKER);
        assertThat(received.firstReceiver()).isEqualTo(Actor.staff(WORKER, "g1"));
        assertThat(received.residentId()).isNull();
        assertThat(received.text().salt())
                .isNotEqualTo(received.settledOnSpot().text().salt());
        assertThat(reports.events).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("report/" + form.id() + "/1");
            assertThat(event.time()).isEqualTo(NOW).isEqualTo(received.receivedAt());
            assertThat(event.traceparent()).isEqualTo("00-trace-01");
            assertThat(event.body()).isEqualTo(received);
        });
    }

    @Test
    void a_worker_may_report_outside_the_own_grid() {
        Received received =
                taken(desk.take(caller(WORKER), read(Forms.good().location(Forms.at(120.13, 30.21))), null));

        assertThat(received.gridCode()).isEqualTo(EAST);
        assertThat(received.firstReceiver().unitId()).isEqualTo("g1");
    }

    @Test
    void a_matter_is_never_refused_for_geography_or_category() {
        Forms form =
                Forms.good().location(Forms.at(2, 48)).gridCode("elsewhere").category("9999");

        Received received = taken(desk.take(caller(WORKER), read(form), null));

        assertThat(received.gridCode()).isNull();
        assertThat(received.claimedGridCode()).isEqualTo("elsewhere");
        assertThat(received.category()).isEqualTo("9999");
    }

    @Test
    void sent_again_it_gives_the_first_answer_and_leaves_no_trace() {
        NewReport report = read(Forms.good().resident("王秀英", "13800000001"));
        Received first = taken(desk.take(caller(WORKER), report, null));

        TakenIn again = desk.take(caller(WORKER), report, null);

        assertThat(again)
                .isInstanceOfSatisfying(
                        TakenIn.Repeated.class,
                        repeated -> assertThat(repeated.report().received()).isEqualTo(first));
        assertThat(reports.events).hasSize(1);
        assertThat(persons.byId).hasSize(1);
        assertThat(number).hasValue(1);
    }

    @Test
    void other_content_under_a_taken_id_is_refused_and_leaves_no_trace() {
        Forms form = Forms.good();
        desk.take(caller(WORKER), read(form), null);

        TakenIn other = desk.take(caller(WORKER), read(form.resident("李", "13800000002")), null);

        assertRefused(other, "same-id-other-content");
        assertThat(persons.byId).isEmpty();
    }

    @Test
    void somebody_elses_repeat_never_gets_the_data() {
        NewReport report = read(Forms.good());
        desk.take(caller(WORKER), report, null);

        assertRefused(desk.take(caller(OTHER_WORKER), report, null), "same-id-other-content");
    }

    @Test
    void the_same_phone_is_the_same_person_and_the_event_carries_only_the_id() {
        Received one = taken(desk.take(caller(WORKER), read(Forms.good().resident(null, "138 0000 0001")), null));
        Received two = taken(desk.take(caller(WORKER), read(Forms.good().resident("王秀英", "+86 13800000001")), null));

        assertThat(one.residentId()).isEqualTo(two.residentId());
        assertThat(persons.contactOf(one.residentId())).contains(new Contact("王秀英", "13800000001", one.residentId()));
        assertThat(two.toString()).doesNotContain("13800000001").doesNotContain("王秀英");
    }

    @Test
    void a_person_named_by_id_must_be_known() {
        String nobody = UUID.randomUUID().toString();
        Forms form = Forms.good().resident(new Resident(null, null, nobody));

        assertThat(desk.take(caller(WORKER), read(form), null))
                .isEqualTo(new TakenIn.Faulty(List.of(FieldFault.of("resident.personId", "unknown-person"))));

        persons.byId.put(nobody, new Contact("王秀英", null, nobody));
        assertThat(taken(desk.take(caller(WORKER), read(form), null)).residentId())
                .isEqualTo(nobody);
    }

    @Test
    void the_channel_follows_the_role_unless_it_is_named() {
        assertThat(taken(desk.take(callerAs(Role.HOTLINE_AGENT), read(Forms.good()), null))
                        .channel())
                .isEqualTo(Channel.HOTLINE);
        assertThat(taken(desk.take(callerAs(Role.COMMUNITY_CLERK), read(Forms.good()), null))
                        .channel())
                .isEqualTo(Channel.RECEPTION);
        assertThat(taken(desk.take(
                                callerAs(Role.COMMUNITY_CLERK),
                                read(Forms.good().channel("VISIT").resident("王秀英", null)),
                                null))
                        .channel())
                .isEqualTo(Channel.VISIT);
    }

    @Test
    void somebody_without_any_role_may_not_report() {
        assertRefused(desk.take(new Caller("x", "x", List.of()), read(Forms.good()), null), "not-allowed");
    }

    @Test
    void seconded_to_two_units_one_acts_for_the_nearer_one() {
        Caller seconded = new Caller("x", "x", List.of(new Grant(Role.COMMUNITY_CLERK, List.of("a-far", "c1", "d"))));

        assertThat(taken(desk.take(seconded, read(Forms.good()), null))
                        .firstReceiver()
                        .unitId())
                .isEqualTo("c1");
    }

    @Test
    void a_lost_race_is_a_repeat_and_an_unknown_outcome_says_so() {
        NewReport report = read(Forms.good());
        reports.upsets.add(Added.UNKNOWN);
        assertThat(desk.take(caller(WORKER), report, null)).isInstanceOf(TakenIn.Unknown.class);

        reports.upsets.add(Added.NUMBER_TAKEN);
        assertThat(desk.take(caller(WORKER), report, null)).isInstanceOf(TakenIn.New.class);
    }

    private static Caller callerAs(Role role) {
        return new Caller("staff-" + role, role.name(), List.of(new Grant(role, List.of("s1"))));
    }

    private static NewReport read(Forms form) {
        return ((ReportReading.Readable) ReportReading.of(form.form(), NOW)).report();
    }

    private static Received taken(TakenIn outcome) {
        assertThat(outcome).isInstanceOf(TakenIn.New.class);
        return ((TakenIn.New) outcome).report().received();
    }

    private static void assertRefused(TakenIn outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TakenIn.NotAllowed.class,
                        refusal -> assertThat(refusal.refused().code()).isEqualTo(code));
    }
}
