package io.wangge.kit.door;

import io.wangge.contracts.Actor;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.consume.DeadLetter;
import io.wangge.kit.consume.DeadLetterDesk;
import io.wangge.kit.consume.DeadLetterDesk.NotRecorded;
import io.wangge.kit.consume.DeadLetterDesk.Outcome;
import io.wangge.kit.consume.LetterContent;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a service's dead letters, and by whom: ADMIN of the top unit, under the service's own name. Knows nothing of
 * servlets: the gateway answers by it too. Every call blocks.
 */
public final class DeadLetterDoor {
    private static final int MOST = 200;
    private static final int LONGEST_REASON = 500;
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final DeadLetterDesk desk;
    private final DirectoryCopy directory;

    public DeadLetterDoor(DeadLetterDesk desk, DirectoryCopy directory) {
        this.desk = desk;
        this.directory = directory;
    }

    /** @param counts of all, also of events that wait for a predecessor @param more whether older ones follow */
    public record Letters(String service, Map<String, Object> counts, List<DeadLetter> items, boolean more) {}

    /** @param id made by the client @param letters {@code topic/partition/offset} of each @param reason of a discard */
    public record Act(
            @Nullable String id,
            @Nullable List<@Nullable String> letters,
            @Nullable String reason) {}

    /** @param before the last one of the page before @throws ProblemException 403, 404 */
    public Letters all(Caller caller, String service, @Nullable String topic, @Nullable String before, int limit) {
        mayEnter(caller, service);
        int most = Math.clamp(limit, 1, MOST - 1);
        List<DeadLetter> found = desk.letters().list(topic, before, most + 1);
        return new Letters(service, desk.counts(), found.subList(0, Math.min(most, found.size())), found.size() > most);
    }

    /** @throws ProblemException 403, 404 */
    public LetterContent one(Caller caller, String service, String topic, int partition, long offset) {
        mayEnter(caller, service);
        return desk.letters()
                .find(topic + "/" + partition + "/" + offset)
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    /** @throws ProblemException 400, 403, 404, 503 when nothing was done */
    public Outcome replay(Caller caller, String service, Act act, @Nullable String traceparent) {
        mayEnter(caller, service);
        List<String> letters = lettersOf(act);
        return recorded(() -> desk.replay(idOf(act), letters, actor(caller), traceparent));
    }

    /** @throws ProblemException 400, 403, 404, 503 when nothing was done */
    public Outcome discard(Caller caller, String service, Act act, @Nullable String traceparent) {
        mayEnter(caller, service);
        List<String> letters = lettersOf(act);
        String reason = act.reason();
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason", "required");
        }
        if (reason.length() > LONGEST_REASON) {
            throw ProblemException.invalid(List.of(FieldFault.tooLong("reason", LONGEST_REASON)));
        }
        return recorded(() -> desk.discard(idOf(act), letters, reason.strip(), actor(caller), traceparent));
    }

    private void mayEnter(Caller caller, String service) {
        if (!caller.covers(Role.ADMIN, List.of(directory.current().top().id()))) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        if (!service.equals(desk.service())) {
            throw new ProblemException(404, ProblemCodes.NOT_FOUND);
        }
    }

    private Actor actor(Caller caller) {
        return Actor.staff(caller.staffId(), directory.current().top().id());
    }

    private static String idOf(Act act) {
        String id = act.id();
        if (id == null) {
            throw ProblemException.invalid("id", "required");
        }
        if (!id.matches(UUID)) {
            throw ProblemException.invalid("id", "not-a-uuid");
        }
        return id.toLowerCase(Locale.ROOT);
    }

    private static List<String> lettersOf(Act act) {
        List<@Nullable String> letters = act.letters();
        if (letters == null || letters.isEmpty() || letters.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.invalid("letters", "required");
        }
        if (letters.size() > MOST) {
            throw ProblemException.invalid(List.of(FieldFault.tooLong("letters", MOST)));
        }
        return letters.stream().map(Objects::requireNonNull).distinct().toList();
    }

    private static Outcome recorded(Supplier<Outcome> act) {
        try {
            return act.get();
        } catch (NotRecorded e) {
            throw new ProblemException(503, String.valueOf(e.getMessage()));
        }
    }
}
