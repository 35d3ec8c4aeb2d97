package io.wangge.dispatch.http.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.SuperiorOrder;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.Circumstances;
import io.wangge.contracts.report.ReportEvent.OnSpotSettlement;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.contracts.report.ReportEvent.Source;
import io.wangge.contracts.wire.EventTypes;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseCommand;
import io.wangge.dispatch.casefile.CaseDecider;
import io.wangge.dispatch.casefile.CaseOpening;
import io.wangge.dispatch.casefile.Decision;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.Decision.Rejected;
import io.wangge.dispatch.casefile.Facts;
import io.wangge.dispatch.casefile.Proceedings;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.casefile.SuperiorLimit;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.Deadline;
import io.wangge.kit.json.HttpJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * Plays the stories of {@code scenarios/*.yaml} on the small district, in order of time. What a step does is written as
 * the API writes a command; what a story may say stands at the head of the first file.
 */
class ScenarioTest {
    private static final Path STORIES = Path.of("src/test/resources/scenarios");

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        return read().stream()
                .map(story -> DynamicTest.dynamicTest((String) story.get("story"), () -> new Play(story).play()));
    }

    @Test
    void there_are_at_least_sixty_stories_and_no_two_have_one_name() throws IOException {
        List<Object> names = read().stream().map(story -> story.get("story")).toList();
        assertThat(names).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    private static List<Map<String, Object>> read() throws IOException {
        List<Map<String, Object>> stories = new ArrayList<>();
        try (Stream<Path> files = Files.list(STORIES)) {
            for (Path file : files.sorted().toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    stories.addAll(new Yaml().<List<Map<String, Object>>>load(in));
                }
            }
        }
        return stories;
    }

    private static final class Play {
        private final Map<String, Object> story;
        private Instant now = SmallDistrict.MORNING;
        private BusinessCalendar calendar = SmallDistrict.CALENDAR;
        private Case theCase;
        private List<CaseEvent> news = List.of();
        private @Nullable String refusal;

        Play(Map<String, Object> story) {
            this.story = story;
            Map<String, Object> report = map(story, "report");
            if (report.containsKey("at")) {
                now = SmallDistrict.at((String) report.get("at"));
            }
            Accepted accepted = new CaseOpening(received(report), facts()).open("N-1");
            theCase = Case.open("case-1", (CaseEvent.Opened) accepted.events().getFirst(), now);
            apply(accepted.events().subList(1, accepted.events().size()));
        }

        void play() {
            expect(map(story, "expect"), "the opening");
            for (Map<String, Object> step : Play.<Map<String, Object>>list(story, "steps")) {
                take(step);
                expect(map(step, "expect"), step.toString());
            }
        }

        private void take(Map<String, Object> step) {
            refusal = null;
            news = List.of();
            if (step.containsKey("at")) {
                now = SmallDistrict.at((String) step.get("at"));
            }
            if (step.containsKey("calendar")) {
                publish(map(step, "calendar"));
            } else if (step.containsKey("answer")) {
                decide(answer(map(step, "answer")));
            } else if (step.containsKey("join")) {
                decide(join(caller((String) step.get("by")), map(step, "join")));
            } else if (step.containsKey("part")) {
                decide(new CaseCommand.Part(caller((String) step.get("by")), (String) step.get("part")));
            } else if (step.containsKey("do")) {
                decide(new CaseCommand.ByStaff(
                        caller((String) step.get("by")), request(step).command(() -> "salt")));
            } else {
                passTime();
            }
            assertThat(refusal)
                    .as("refusal of %s in state %s", step, theCase.state())
                    .isEqualTo(step.get("refused"));
        }

        private void publish(Map<String, Object> year) {
            Set<LocalDate> holidays = Play.<String>list(year, "holidays").stream()
                    .map(LocalDate::parse)
                    .collect(Collectors.toSet());
            calendar = SmallDistrict.published(calendar, (int) year.get("year"), holidays);
            decide(new CaseCommand.YearPublished());
            refusal = null;
        }

        /** As often as it has something to do: what one round begins may be due already. */
        private void passTime() {
            List<CaseEvent> all = new ArrayList<>();
            do {
                refusal = null;
                decide(new CaseCommand.TimeCame());
                all.addAll(refusal == null ? news : List.of());
            } while (refusal == null);
            refusal = null;
            news = all;
        }

        private CommandRequest request(Map<String, Object> step) {
            Map<String, Object> json = new HashMap<>(map(step, "with"));
            json.put("type", step.get("do"));
            json.put("id", UUID.randomUUID().toString());
            return HttpJson.MAPPER.convertValue(json, CommandRequest.class);
        }

        private static CaseCommand answer(Map<String, Object> said) {
            String grade = (String) said.get("grade");
            return new CaseCommand.CallbackAnswered(
                    (String) said.get("round"),
                    !Boolean.FALSE.equals(said.get("reached")),
                    (Boolean) said.get("settled"),
                    grade == null ? null : Grade.valueOf(grade),
                    (Boolean) said.get("atFault"));
        }

        private static CaseCommand join(Caller caller, Map<String, Object> other) {
            String answerBy = (String) other.get("answerBy");
            SuperiorOrder order = other.containsKey("order")
                    ? new SuperiorOrder(
                            (String) other.get("order"), answerBy == null ? null : SmallDistrict.at(answerBy))
                    : null;
            return new CaseCommand.Join(caller, (String) other.get("case"), List.of("resident-2"), order);
        }

        /** {@code clerk of c}: a role and the unit that it is for. */
        private static Caller caller(String words) {
            String[] parts = words.split(" of ", 2);
            String[] who = parts[0].split("#", 2);
            Role role = Role.valueOf(who[0].toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
            return SmallDistrict.staff(parts[0] + "@" + parts[1], role, parts[1]);
        }

        private void decide(CaseCommand command) {
            Decision decision = CaseDecider.decide(theCase, command, facts());
            switch (decision) {
                case Accepted accepted -> apply(accepted.events());
                case Rejected rejected -> refusal = rejected.refused().code();
            }
        }

        private void apply(List<CaseEvent> events) {
            news = events;
            for (CaseEvent event : events) {
                theCase = theCase.apply(event, now, facts());
            }
        }

        private Facts facts() {
            return SmallDistrict.facts(now, calendar);
        }

        private void expect(Map<String, Object> expected, String where) {
            expected.forEach((what, value) -> assertThat(actual(what))
                    .as("%s after %s (events %s)", what, where, names())
                    .isEqualTo(value instanceof List<?> list ? list : value));
        }

        private @Nullable Object actual(String what) {
            Deadline due = theCase.due();
            return switch (what) {
                case "state" -> theCase.state().name();
                case "holder" -> theCase.holderPath().getLast();
                case "level" -> theCase.summary().level();
                case "due" -> due == null ? null : local(due.at());
                case "provisional" ->
                    theCase.provisional().stream()
                            .map(clock -> clock.which().name())
                            .toList();
                case "stateDue" ->
                    theCase.nextDueAt() == null ? null : local(Objects.requireNonNull(theCase.nextDueAt()));
                case "handlingDue" ->
                    local(Objects.requireNonNull(theCase.hold()).handlingDueAt());
                case "reason" -> Objects.requireNonNull(theCase.reason()).code();
                case "closed" ->
                    String.valueOf(Objects.requireNonNull(theCase.closing()).reason());
                case "superior" -> SuperiorLimit.decides(theCase);
                case "orders" ->
                    SuperiorLimit.orders(theCase).stream()
                            .map(order ->
                                    order.number() + " " + (order.answerBy() == null ? "-" : local(order.answerBy())))
                            .toList();
                case "onTime" -> theCase.onTime();
                case "urgency" -> theCase.urgency().name();
                case "supervision" ->
                    theCase.proceedings().supervision().level().name();
                case "reworks" -> theCase.counts().reworks();
                case "leader" ->
                    Objects.requireNonNull(theCase.proceedings().hardCase()).leaderId();
                case "onDesk" -> theCase.proceedings().hardCase() != null;
                case "category" -> theCase.category();
                case "holds" -> theCase.counts().holds();
                case "round" -> theCase.roundId();
                case "timers" ->
                    theCase.timers().stream()
                            .map(timer -> timer.clock().code() + " " + local(timer.at()))
                            .toList();
                case "criticism" -> criticism(theCase.proceedings().criticism());
                case "events" -> names();
                default -> throw new IllegalArgumentException("A story cannot expect " + what);
            };
        }

        private static @Nullable String criticism(Proceedings.@Nullable Criticism criticism) {
            return criticism == null
                    ? null
                    : criticism.repliedAt() == null ? "reply " + local(criticism.replyDueAt()) : "replied";
        }

        private List<String> names() {
            return news.stream()
                    .map(event -> EventTypes.nameOf(event.getClass())
                            .replace("io.wangge.case.", "")
                            .replace(".v1", ""))
                    .toList();
        }

        private static String local(Instant at) {
            return at.atZone(SmallDistrict.CALENDAR.zone()).toLocalDateTime().toString();
        }

        private Received received(Map<String, Object> report) {
            boolean known = !Boolean.FALSE.equals(report.get("resident"));
            return new Received(
                    "case-1",
                    "T-1",
                    Channel.valueOf((String) report.getOrDefault("channel", "GRID_WORKER")),
                    report.containsKey("nature") ? Nature.valueOf((String) report.get("nature")) : null,
                    (String) report.get("category"),
                    new Erasable("路边有垃圾", "salt"),
                    null,
                    (String) report.get("grid"),
                    null,
                    Urgency.valueOf((String) report.getOrDefault("urgency", "NORMAL")),
                    Actor.staff("worker", "g1"),
                    known ? "resident-1" : null,
                    Boolean.TRUE.equals(report.get("onSpot"))
                            ? new OnSpotSettlement(new Erasable("已清", "salt"), List.of())
                            : null,
                    now,
                    null,
                    (String) report.get("asset"),
                    (Boolean) report.get("hardCase"),
                    circumstances((String) report.get("answerBy")));
        }

        private static @Nullable Circumstances circumstances(@Nullable String answerBy) {
            return answerBy == null
                    ? null
                    : new Circumstances(null, new Source("12345-7", SmallDistrict.at(answerBy)), null, null);
        }

        @SuppressWarnings("unchecked") // the file is read as maps and lists
        private static Map<String, Object> map(Map<String, Object> from, String name) {
            return (Map<String, Object>) from.getOrDefault(name, Map.of());
        }

        @SuppressWarnings("unchecked") // the file is read as maps and lists
        private static <T> List<T> list(Map<String, Object> from, String name) {
            return (List<T>) from.getOrDefault(name, List.of());
        }
    }
}
