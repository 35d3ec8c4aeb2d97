package io.wangge.systemtests.demo;

import io.wangge.systemtests.client.Answer;
import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.GridClient;
import io.wangge.systemtests.client.ProblemAnswer;
import io.wangge.systemtests.client.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Who of the demo's staff does what, by the units that they work for. Each is signed in once, when first needed. */
public final class People {
    private static final String TOP = "990100";
    private static final List<String> STREETS = List.of("990100001", "990100002");
    /** Departments of a street that have somebody of their own; the others are looked after by the street's handler. */
    private static final Map<String, String> OF_DEPARTMENTS = Map.ofEntries(
            Map.entry("990100001-d02", "handler-4"),
            Map.entry("990100001-d07", "handler-5"),
            Map.entry("990100001-d01", "handler-6"),
            Map.entry("990100001-d13", "handler-7"),
            Map.entry("990100002-d02", "handler-8"),
            Map.entry("990100002-d07", "handler-9"),
            Map.entry("990100001-d11", "handler-10"),
            Map.entry("990100002-d11", "handler-10"),
            Map.entry("990100002-d01", "handler-11"),
            Map.entry("990100002-d13", "handler-12"));

    private static final int GRID_CODE_LENGTH = 15;
    private static final int COMMUNITY_CODE_LENGTH = 12;
    private static final int STREET_CODE_LENGTH = 9;

    private final GridClient client;
    private final String password;
    private final Map<String, Session> signedIn = new ConcurrentHashMap<>();

    public People(GridClient client, String password) {
        this.client = client;
        this.password = password;
    }

    public Session named(String username) {
        return signedIn.computeIfAbsent(username, this::signIn);
    }

    /** The gateway lets so many sign in a minute from one address; all of these people sit at one. */
    private Session signIn(String username) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (true) {
            try {
                return client.signIn(username, password);
            } catch (ProblemAnswer problem) {
                if (problem.status() != 429 || System.nanoTime() - deadline > 0) {
                    throw problem;
                }
                long seconds = problem.answer()
                        .header("Retry-After")
                        .map(Long::parseLong)
                        .orElse(1L);
                LockSupport.parkNanos(
                        Duration.ofSeconds(Math.clamp(seconds, 1, 30)).toNanos());
            }
        }
    }

    /** Somebody who works for the unit that holds the case. */
    public Session holderOf(CaseView theCase) {
        return worksFor(theCase.holder());
    }

    public Session worksFor(String unitId) {
        return named(usernameOfHolder(unitId));
    }

    static String usernameOfHolder(String unitId) {
        if (unitId.contains("-d")) {
            String whole = unitId.startsWith(TOP + "-") ? "handler-3" : "handler-" + (1 + streetIndex(unitId));
            return OF_DEPARTMENTS.getOrDefault(unitId, whole);
        }
        return switch (unitId.length()) {
            case GRID_CODE_LENGTH ->
                "grid-worker-" + (communityIndex(unitId) * 3 + Integer.parseInt(unitId.substring(12)));
            case COMMUNITY_CODE_LENGTH -> "community-clerk-" + (communityIndex(unitId) + 1);
            case STREET_CODE_LENGTH -> "handler-" + (1 + streetIndex(unitId));
            default -> throw new NotAsItShould("没有人为单位 %s 工作".formatted(unitId), "nobody works for unit " + unitId);
        };
    }

    /** The command centre at whose desk it waits; what waits for dispatch is held by nobody else. */
    public Session dispatcherFor(CaseView theCase) {
        String desk = theCase.holder();
        return ofStreet("dispatcher", STREETS.contains(desk) ? desk : null);
    }

    /** Who looks in the field before it is filed: the worker of its grid. */
    public Session confirmerOf(CaseView theCase) {
        return named(usernameOfHolder(theCase.territoryPath().getLast()));
    }

    /** Who looks in the field after it is done, never the doer; outside every grid the command centre sees to it. */
    public Session checkerOf(CaseView theCase) {
        if (theCase.isCriticism()) {
            return inspectorFor(theCase);
        }
        String place = theCase.territoryPath().getLast();
        if (place.length() != GRID_CODE_LENGTH) {
            return named("dispatcher-1");
        }
        boolean doneByItsWorker = theCase.holder().equals(place);
        return named(usernameOfHolder(doneByItsWorker ? place.substring(0, COMMUNITY_CODE_LENGTH) : place));
    }

    public Session callbackClerkFor(CaseView theCase) {
        return ofStreet("callback-clerk", theCase.gridCode());
    }

    public Session inspectorFor(CaseView theCase) {
        return ofStreet("inspector", theCase.gridCode());
    }

    /** 奖励 by the inspector, as soon as the ledger has heard of the criticism. */
    void award(CaseView theCase, String amount, String reason) {
        UUID id = UUID.nameUUIDFromBytes(theCase.id().getBytes(StandardCharsets.UTF_8));
        String body = "{\"id\":\"%s\",\"caseId\":\"%s\",\"amount\":\"%s\",\"reason\":\"%s\"}"
                .formatted(id, theCase.id(), amount, reason);
        long deadline = System.nanoTime() + Session.PATIENCE.toNanos();
        while (true) {
            Answer answer = inspectorFor(theCase).exchange("POST", "/api/v1/ledger/criticisms/awards", body, Map.of());
            if (answer.isDone()) {
                return;
            }
            if (answer.status() != 409 || System.nanoTime() - deadline > 0) {
                throw new ProblemAnswer(answer);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private Session ofStreet(String role, @Nullable String code) {
        return named(role + "-" + (code == null || code.isEmpty() ? 1 : 2 + streetIndex(code)));
    }

    private static int streetIndex(String code) {
        int index = STREETS.indexOf(code.substring(0, STREET_CODE_LENGTH));
        NotAsItShould.unless(index >= 0, "不认识的街道 " + code, "unknown street " + code);
        return index;
    }

    private static int communityIndex(String code) {
        return streetIndex(code) * 2 + Integer.parseInt(code.substring(STREET_CODE_LENGTH, COMMUNITY_CODE_LENGTH)) - 1;
    }
}
