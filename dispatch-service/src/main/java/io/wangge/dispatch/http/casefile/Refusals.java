package io.wangge.dispatch.http.casefile;

import io.wangge.contracts.Level;
import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.dispatch.casefile.Action;
import io.wangge.dispatch.desk.CommandOutcome;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the domain refuses, as a problem: 404 unseen, 403 not this role, 400 not these words, 409 not now. Beside the
 * codes that it names stand the words that people have for them, {@code stateZh} beside {@code state}.
 */
final class Refusals {
    private final ReferenceData referenceData;

    Refusals(ReferenceData referenceData) {
        this.referenceData = referenceData;
    }

    /** Of a command that was not done. */
    ProblemException problemOf(CommandOutcome outcome) {
        return switch (outcome) {
            case CommandOutcome.Done done -> throw new IllegalArgumentException("Done is no problem");
            case CommandOutcome.Rejected rejected -> problemOf(rejected.refused());
            case CommandOutcome.Stale stale ->
                new ProblemException(412, ProblemCodes.STALE_VERSION, Map.of("current", stale.current()));
            case CommandOutcome.OutboxFull full -> new ProblemException(503, ProblemCodes.OUTBOX_FULL);
            case CommandOutcome.Unknown unknown -> new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        };
    }

    ProblemException problemOf(Refused refused) {
        return switch (refused.code()) {
            case ProblemCodes.NOT_FOUND -> new ProblemException(404, refused);
            case ProblemCodes.NOT_ALLOWED -> new ProblemException(403, worded(refused));
            case ProblemCodes.INVALID_FIELD ->
                ProblemException.invalid(List.of(new FieldFault(
                        String.valueOf(refused.facts().get("field")),
                        String.valueOf(refused.facts().get("reason")),
                        refused.facts())));
            default -> new ProblemException(409, worded(refused));
        };
    }

    Refused worded(Refused refused) {
        Map<String, Object> facts = new LinkedHashMap<>(refused.facts());
        refused.facts().forEach((name, value) -> {
            switch (name) {
                case "state" -> {
                    CaseState state = CaseState.valueOf(value.toString());
                    facts.put("stateZh", StateNames.zh(state));
                    facts.put("stateEn", StateNames.en(state));
                }
                case "action" -> {
                    facts.put(
                            "actionZh",
                            actionNames(List.of(value), ActionNames::zh).getFirst());
                    facts.put(
                            "actionEn",
                            actionNames(List.of(value), ActionNames::en).getFirst());
                }
                case "possible" -> {
                    facts.put("possibleZh", actionNames((Collection<?>) value, ActionNames::zh));
                    facts.put("possibleEn", actionNames((Collection<?>) value, ActionNames::en));
                }
                case "level", "ceiling" -> {
                    facts.put(name + "Zh", levelName(value.toString(), Level::nameZh));
                    facts.put(name + "En", levelName(value.toString(), Level::nameEn));
                }
                default -> {
                    // a number, a time or an id needs no other word
                }
            }
        });
        return new Refused(refused.code(), facts);
    }

    private static List<String> actionNames(Collection<?> codes, Function<Action, String> name) {
        return codes.stream()
                .flatMap(code -> Stream.of(Action.values())
                        .filter(action -> action.code().equals(code)))
                .map(name)
                .toList();
    }

    private String levelName(String code, Function<Level, String> name) {
        return referenceData.current().directory().ladder().levels().stream()
                .filter(level -> level.code().equals(code))
                .map(name)
                .findFirst()
                .orElse(code);
    }
}
