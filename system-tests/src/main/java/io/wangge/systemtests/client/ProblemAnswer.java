package io.wangge.systemtests.client;

import tools.jackson.databind.JsonNode;

/** The service said no, by an RFC 9457 problem. */
public final class ProblemAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    public ProblemAnswer(Answer answer) {
        super("%d %s: %s (%s)"
                .formatted(
                        answer.status(),
                        text(answer, "code"),
                        text(answer, "detail"),
                        answer.json().isMissingNode() ? answer.body() : text(answer, "remedy")));
        this.answer = answer;
    }

    private static String text(Answer answer, String field) {
        return answer.json().path(field).asString("");
    }

    public int status() {
        return answer.status();
    }

    /** Stable, such as {@code ceiling-reached}; empty when the answer is no problem of ours. */
    public String code() {
        return text(answer, "code");
    }

    public String detail() {
        return text(answer, "detail");
    }

    /** What to do next. */
    public String remedy() {
        return text(answer, "remedy");
    }

    public JsonNode facts() {
        return answer.json().path("facts");
    }

    public Answer answer() {
        return answer;
    }

    /** Whether the same request, sent again with the same ids, may well succeed. */
    public boolean isPassing() {
        return status() == 503 || status() == 502 || status() == 504 || status() == 429;
    }
}
