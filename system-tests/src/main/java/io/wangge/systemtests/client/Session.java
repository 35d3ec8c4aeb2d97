package io.wangge.systemtests.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A person who is signed in. Safe for many threads; signs in again by itself before the token ends. */
public final class Session {
    /** How long something may take to come that should come. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How long one request waits at the service. */
    private static final int WAIT_MS = 5000;

    private final GridClient client;
    private final String username;
    private final String password;
    private volatile Token token;

    private record Token(String value, long renewAtNanos) {}

    private Session(GridClient client, String username, String password, Token token) {
        this.client = client;
        this.username = username;
        this.password = password;
        this.token = token;
    }

    static Session open(GridClient client, String username, String password) {
        return new Session(client, username, password, signIn(client, username, password));
    }

    private static Token signIn(GridClient client, String username, String password) {
        String body = Answer.JSON
                .createObjectNode()
                .put("username", username)
                .put("password", password)
                .toString();
        JsonNode answer = client.exchange("POST", "/api/v1/sessions", body, Map.of())
                .done()
                .json();
        long half = Duration.ofSeconds(answer.path("expiresIn").asLong(60)).toNanos() / 2;
        return new Token(answer.path("accessToken").asString(), System.nanoTime() + half);
    }

    public String username() {
        return username;
    }

    public String token() {
        Token now = token;
        if (System.nanoTime() - now.renewAtNanos() < 0) {
            return now.value();
        }
        synchronized (this) {
            if (token == now) {
                token = signIn(client, username, password);
            }
            return token.value();
        }
    }

    /** One request in this person's name, whatever comes back. */
    public Answer exchange(String method, String path, @Nullable String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("Authorization", "Bearer " + token());
        return client.exchange(method, path, body, all);
    }

    /** Declares a photo of a report and sends it. @throws ProblemAnswer when it is not a 2xx */
    public void photo(String reportId, String photoId, byte[] jpeg) {
        String declaration = Answer.JSON
                .createObjectNode()
                .put("id", photoId)
                .put("ownerKind", "REPORT")
                .put("ownerId", reportId)
                .put("fileName", "现场.jpg")
                .put("size", jpeg.length)
                .toString();
        exchange("POST", "/api/v1/attachments", declaration, Map.of()).done();
        client.upload("/api/v1/attachments/uploads/" + photoId, jpeg, token()).done();
    }

    /** @throws ProblemAnswer when it is not a 2xx */
    public JsonNode get(String path) {
        return exchange("GET", path, null, Map.of()).done().json();
    }

    public Stream<String> lines(String path) {
        return client.lines(path, Map.of("Authorization", "Bearer " + token()));
    }

    /** @return the receipt; its {@link Answer#status} is 201 for a new report and 200 for a repeated one */
    public Answer report(ReportForm form) {
        return exchange("POST", "/api/v1/reports", form.toJson(), Map.of()).done();
    }

    public CaseView theCase(String id) {
        return new CaseView(get("/api/v1/cases/" + id));
    }

    /** Waits for the case to have {@code seq} events or more, also when it is not there yet. */
    public CaseView awaitSeq(String id, long seq) {
        return await(id, seq, seen -> seen.version() >= seq, "event " + seq);
    }

    /** Waits for the case, also when it is not there yet, until it stands in {@code state}. */
    public CaseView awaitState(String id, String state) {
        return await(id, 1, seen -> seen.isIn(state), state);
    }

    private CaseView await(String id, long fromSeq, Predicate<CaseView> enough, String awaited) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long seq = fromSeq;
        Answer last;
        do {
            last = exchange(
                    "GET", "/api/v1/cases/%s?atLeastSeq=%d&waitMs=%d".formatted(id, seq, WAIT_MS), null, Map.of());
            if (last.isDone()) {
                CaseView seen = new CaseView(last.json());
                if (enough.test(seen)) {
                    return seen;
                }
                seq = Math.max(seq, seen.version() + 1);
            } else if (last.status() != 404) {
                throw new ProblemAnswer(last);
            }
        } while (System.nanoTime() - deadline < 0);
        throw new NotInTime("case %s: %s".formatted(id, awaited), last.body());
    }

    /** The case after the command. {@code seen} is what the caller has looked at. */
    public CaseView command(CaseView seen, Command command) {
        return new CaseView(send(seen.id(), seen.version(), command).done().json());
    }

    /** The command as one request, whatever comes back. */
    public Answer send(String caseId, long version, Command command) {
        return exchange(
                "POST",
                "/api/v1/cases/" + caseId + "/commands",
                command.json().toString(),
                Map.of("If-Match", "\"" + version + "\""));
    }

    /** Everything on one of the caller's lists. */
    public List<CaseView> cases(String tab) {
        List<CaseView> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/v1/cases?tab=" + tab + "&limit=100" + cursor);
            page.path("items").forEach(item -> all.add(new CaseView(item)));
            String next = page.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return all;
    }

    /** Waits for the round to be there. */
    public JsonNode awaitRound(String roundId) {
        return awaitJson("/api/v1/callbacks/%s?waitMs=%d".formatted(roundId, WAIT_MS), "round " + roundId);
    }

    public JsonNode outcome(String roundId, Outcome outcome) {
        return sendOutcome(roundId, outcome).done().json();
    }

    /** The outcome as one request, whatever comes back. */
    public Answer sendOutcome(String roundId, Outcome outcome) {
        return exchange(
                "POST",
                "/api/v1/callbacks/" + roundId + "/outcomes",
                Objects.requireNonNull(outcome).json().toString(),
                Map.of());
    }

    /** The ledger's entries of a case, once it has {@code seq} events of the case or more. */
    public JsonNode awaitLedger(String caseId, long seq) {
        return awaitJson(
                "/api/v1/ledger/cases/%s?atLeastSeq=%d&waitMs=%d".formatted(caseId, seq, WAIT_MS),
                "ledger of case %s with event %d".formatted(caseId, seq),
                json -> json.path("seq").asLong(0) >= seq);
    }

    /** The whole ledger's proof. */
    public JsonNode verify() {
        return get("/api/v1/ledger/verify");
    }

    private JsonNode awaitJson(String path, String awaited) {
        return awaitJson(path, awaited, json -> true);
    }

    private JsonNode awaitJson(String path, String awaited, Predicate<JsonNode> enough) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Answer last;
        do {
            last = exchange("GET", path, null, Map.of());
            if (last.isDone() && enough.test(last.json())) {
                return last.json();
            }
            if (!last.isDone() && last.status() != 404) {
                throw new ProblemAnswer(last);
            }
        } while (System.nanoTime() - deadline < 0);
        throw new NotInTime(awaited, last.body());
    }
}
