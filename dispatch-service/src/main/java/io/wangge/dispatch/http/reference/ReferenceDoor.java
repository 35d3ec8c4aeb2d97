package io.wangge.dispatch.http.reference;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.desk.FewAtOnce;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.reference.DraftShelf;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.dispatch.reference.ReferenceKind;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.IfMatch;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may come in here, and what the addresses mean. */
@Component
final class ReferenceDoor {
    /** More would be read by nobody; the count says how many there are. */
    private static final int MOST_SHOWN = 200;

    private static final int MOST_AT_ONCE = 2;

    private final ReferenceData reference;
    private final FewAtOnce heavy = new FewAtOnce(MOST_AT_ONCE);

    ReferenceDoor(ReferenceData reference) {
        this.reference = reference;
    }

    /**
     * Reference data decides about everyone's cases: only an administrator of the whole.
     *
     * @throws ProblemException 403
     */
    void requireAdmin(Caller caller) {
        if (!caller.covers(Role.ADMIN, reference.current().directory().top().path())) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
    }

    /**
     * A table of a whole district takes tens of megabytes and seconds of a processor while it is read, compared or tried.
     *
     * @throws ProblemException 429 while two others do the like
     */
    FewAtOnce.Place heavyWork() {
        return heavy.enter()
                .orElseThrow(() -> new ProblemException(429, "too-many-at-once", Map.of("most", MOST_AT_ONCE)));
    }

    /** @throws ProblemException 400 with the kinds that there are */
    static ReferenceKind kind(String code) {
        return kind("kind", code);
    }

    /** @param codes as in {@code grid,staff}; null for none */
    static Set<ReferenceKind> kinds(String field, @Nullable String codes) {
        Set<ReferenceKind> kinds = EnumSet.noneOf(ReferenceKind.class);
        if (codes != null && !codes.isBlank()) {
            for (String code : codes.split(",", -1)) {
                kinds.add(kind(field, code.strip()));
            }
        }
        return kinds;
    }

    private static ReferenceKind kind(String field, String code) {
        return ReferenceKind.ofCode(code)
                .orElseThrow(() -> ProblemException.invalid(List.of(new FieldFault(
                        field,
                        "unknown-value",
                        Map.of(
                                "allowed",
                                Arrays.stream(ReferenceKind.values())
                                        .map(ReferenceKind::code)
                                        .toList())))));
    }

    /** The revision that a draft is written over; none need be said when there is no draft. */
    static long revision(@Nullable String ifMatch, boolean thereIsADraft) {
        return ifMatch == null && !thereIsADraft ? DraftShelf.NONE : IfMatch.version(ifMatch);
    }

    static ProblemException stale(ReferenceKind kind, long current) {
        return current == DraftShelf.NONE
                ? new ProblemException(404, "no-draft", Map.of("kind", kind.code()))
                : new ProblemException(412, ProblemCodes.STALE_VERSION, Map.of("current", current));
    }

    static ProblemException broken(List<Finding> findings) {
        Finding first = findings.getFirst();
        return new ProblemException(
                409,
                "draft-broken",
                Map.of(
                        "count",
                        findings.size(),
                        "where",
                        first.where(),
                        "words",
                        first.words(),
                        "wordsZh",
                        first.wordsZh(),
                        "findings",
                        findings.subList(0, Math.min(MOST_SHOWN, findings.size()))));
    }
}
