package io.wangge.kit.problem;

import io.wangge.contracts.Refused;
import io.wangge.kit.json.HttpJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a code and its facts to the words and bytes of an RFC 9457 problem; knows nothing of servlets. */
public final class ProblemRenderer {
    private final ProblemTexts texts;

    public ProblemRenderer(ProblemTexts texts) {
        this.texts = texts;
    }

    /**
     * @param acceptLanguage the caller's header
     * @param instance path of the request
     */
    public Problem problem(
            ProblemException refused,
            @Nullable String acceptLanguage,
            @Nullable String instance,
            @Nullable String trace) {
        return problem(
                refused.status(),
                refused.refused(),
                refused.faults(),
                ProblemLanguage.of(acceptLanguage),
                instance,
                trace);
    }

    /** As above, from its parts. */
    public Problem problem(
            int status,
            Refused refused,
            List<FieldFault> faults,
            ProblemLanguage language,
            @Nullable String instance,
            @Nullable String traceId) {
        String code = refused.code();
        List<Problem.FieldError> errors =
                faults.stream().map(fault -> worded(fault, language)).toList();
        Map<String, Object> facts = withFirstFault(refused.facts(), errors);
        return new Problem(
                "urn:wangge:problem:" + code,
                text(language, code + ".title", facts, code),
                status,
                text(language, code + ".detail", facts, ""),
                code,
                text(language, code + ".remedy", facts, ""),
                instance,
                facts,
                errors,
                traceId);
    }

    /** Words for a code alone, as a list of possible actions shows them. */
    public String detail(Refused refused, ProblemLanguage language) {
        return text(language, refused.code() + ".detail", refused.facts(), refused.code());
    }

    /** Of a code: what to do about it. */
    public String remedy(Refused refused, ProblemLanguage language) {
        return text(language, refused.code() + ".remedy", refused.facts(), "");
    }

    public byte[] json(Problem problem) {
        return HttpJson.MAPPER.writeValueAsBytes(problem);
    }

    private String text(ProblemLanguage language, String key, Map<String, Object> facts, String otherwise) {
        return texts.text(language, key, facts).orElse(otherwise);
    }

    private Problem.FieldError worded(FieldFault fault, ProblemLanguage language) {
        Map<String, Object> facts = new LinkedHashMap<>(fault.facts());
        facts.put("field", fault.field());
        return new Problem.FieldError(
                fault.field(),
                text(language, "field." + fault.reason() + ".reason", facts, fault.reason()),
                text(language, "field." + fault.reason() + ".remedy", facts, ""));
    }

    private static Map<String, Object> withFirstFault(Map<String, Object> facts, List<Problem.FieldError> errors) {
        if (errors.isEmpty()) {
            return facts;
        }
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.put("field", errors.getFirst().field());
        all.put("reason", errors.getFirst().reason());
        return all;
    }
}
