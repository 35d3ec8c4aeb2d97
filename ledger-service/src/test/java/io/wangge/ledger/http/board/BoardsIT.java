package io.wangge.ledger.http.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.ledger.Story;
import io.wangge.ledger.http.ChangingDirectory;
import io.wangge.ledger.http.RunningLedger;
import io.wangge.ledger.http.Watching;
import io.wangge.ledger.http.Watching.Seen;
import io.wangge.localstack.TestBackend;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Live boards of two replicas that share a ledger: what one writes, those who watch at the other see. */
@Timeout(120)
class BoardsIT {
    private static final String LEADER = "s-leader-1";
    private static final String BOARD = "/api/v1/boards/u-street-1";
    private static RunningLedger one;
    private static RunningLedger two;

    @BeforeAll
    static void start() {
        String database = TestBackend.shared().freshDatabase();
        one = new RunningLedger(database);
        two = new RunningLedger(database);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @Test
    void bothReplicasTellEverythingInOneOrderAndEachGoesOnWhereTheOtherStopped() throws Exception {
        String from = board(one).get("lastEventId").asString();
        List<Story> stories = new ArrayList<>();
        try (Watching here = watch(one, from);
                Watching there = watch(two, from)) {
            for (int i = 0; i < 20; i++) {
                Story story = new Story().waitingForCallback();
                stories.add(story);
                story.events().forEach(one::send);
            }
            // Five of each case and the opening of its round. Whose a report is before its case is opened, nobody can
            // tell
            // here: the directory has no grids.
            List<Seen> first = here.next(120);
            assertThat(there.next(120)).isEqualTo(first);
            assertThat(first).extracting(Seen::data).doesNotHaveDuplicates();
            for (Story story : stories) {
                assertThat(first.stream().filter(seen -> seen.data().contains(story.caseId)))
                        .hasSize(6);
            }

            Seen middle = first.get(100);
            try (Watching again = Watching.withLastEventId(two, LEADER, BOARD + "/stream", middle.id())) {
                assertThat(again.next(19)).isEqualTo(first.subList(101, 120));
            }
        }
    }

    @Test
    void aBoardShowsNoNamesAndIsForItsScopeAlone() throws Exception {
        JsonNode board = board(one);
        assertThat(board.get("zh").asString()).isEqualTo("望江街道");
        assertThat(board.get("today").get("closed").isNumber()).isTrue();
        assertThat(board.toString()).doesNotContain("井盖", "s-grid-worker-1", "s-handler-1", "p-1\"");

        for (String path : new String[] {BOARD, BOARD + "/stream", "/api/v1/boards/u-nowhere"}) {
            HttpResponse<String> response = one.get("s-callback-clerk-2", path);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(RunningLedger.json(response).get("code").asString()).isEqualTo("not-found");
        }
    }

    @Test
    void whoComesWithAPlaceThatIsNotKeptAnyMoreIsToldToBeginAnew() throws Exception {
        String said = one.get(LEADER, BOARD + "/stream?after=e.000000000000000000000000.1.82000000000000AB12")
                .body();

        assertThat(said).contains("event:reset", "position-gone");
        assertThat(said.lines()).anyMatch(line -> line.strip().equals("id:"));
    }

    @Test
    void whoComesAgainAfterTheirScopeChangedSeesWhatIsTheirsByThenAndNothingElse() throws Exception {
        String clerk = "s-callback-clerk-3";
        one.bean(ChangingDirectory.class)
                .change(new UnitItem(
                        "u-street-2",
                        1,
                        "清河街道",
                        "Qinghe Street",
                        "STREET",
                        null,
                        "u-district",
                        "990100002",
                        List.of("u-district", "u-street-2")));
        String from = board(one).get("lastEventId").asString();
        // The clerk joins first, so what the leader has seen was offered to the clerk.
        try (Watching open = Watching.of(one, clerk, BOARD + "/stream?after=" + from);
                Watching leader = watch(one, from)) {
            Story before = told(leader, 6);
            List<Seen> seen = open.next(6);
            assertThat(seen).allMatch(event -> event.data().contains(before.caseId));
            String last = seen.getLast().id();

            one.grant(clerk, Role.CALLBACK_CLERK, "u-street-2");
            Story meanwhile = told(leader, 6);
            HttpResponse<String> refused = one.get(clerk, BOARD + "/stream?after=" + last);
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body()).doesNotContain(meanwhile.caseId);
            // A board of their own now, from the place that they had on the other.
            try (Watching elsewhere = Watching.withLastEventId(one, clerk, "/api/v1/boards/u-street-2/stream", last)) {
                one.grant(clerk, Role.CALLBACK_CLERK, "u-street-1");
                Story after = told(leader, 6);
                assertThat(open.next(6)).allMatch(event -> event.data().contains(after.caseId));
                try (Watching again = Watching.withLastEventId(one, clerk, BOARD + "/stream", last)) {
                    List<Seen> missed = again.next(12);
                    assertThat(missed.subList(0, 6))
                            .allMatch(event -> event.data().contains(meanwhile.caseId));
                    assertThat(missed.subList(6, 12))
                            .allMatch(event -> event.data().contains(after.caseId));
                }
                assertThat(elsewhere.soFar()).isEmpty();
            }
        } finally {
            one.grant(clerk, Role.CALLBACK_CLERK, "u-street-1");
        }
    }

    /** A case is told, and those who watch have seen it. */
    private static Story told(Watching watching, int events) throws Exception {
        Story story = new Story().waitingForCallback();
        story.events().forEach(one::send);
        assertThat(watching.next(events)).allMatch(event -> event.data().contains(story.caseId));
        return story;
    }

    private static Watching watch(RunningLedger ledger, String after) throws Exception {
        return Watching.of(ledger, LEADER, BOARD + "/stream?after=" + after);
    }

    private static JsonNode board(RunningLedger ledger) throws Exception {
        HttpResponse<String> response = ledger.get(LEADER, BOARD);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningLedger.json(response);
    }
}
