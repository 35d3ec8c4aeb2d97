package io.wangge.systemtests.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A command on a case. Sending the same object again is a repeat: its id stays. */
public record Command(ObjectNode json) {

    private static Command of(String type) {
        return new Command(Answer.JSON
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("type", type));
    }

    private Command with(String field, String value) {
        json.put(field, value);
        return this;
    }

    public static Command accept() {
        return of("accept");
    }

    public static Command sendBack(String reason) {
        return of("return").with("reason", reason);
    }

    public static Command escalate(String reason, String tried) {
        return of("escalate").with("reason", reason).with("tried", tried);
    }

    public static Command handDown(String unitId, String reason) {
        return of("hand-down").with("unitId", unitId).with("reason", reason);
    }

    public static Command complete(String text) {
        return of("complete").with("text", text);
    }

    public static Command answerCriticism(String text) {
        return of("answer-criticism").with("text", text);
    }

    public static Command dispatch(String unitId, @Nullable String category) {
        Command dispatch = of("dispatch").with("unitId", unitId);
        return category == null ? dispatch : dispatch.with("category", category);
    }

    /** As {@link #dispatch}, with the word on the return that came before. */
    public static Command dispatchReturned(String unitId, @Nullable String category, boolean justified) {
        Command dispatch = dispatch(unitId, category);
        dispatch.json.put("returnJustified", justified);
        return dispatch;
    }

    /** 核实: it is so. */
    public static Command confirm(String findings) {
        Command confirm = of("confirm").with("text", findings);
        confirm.json.put("filed", true);
        return confirm;
    }

    /** 会办完成. @param task its number on the case */
    public static Command endTask(int task, String text) {
        Command end = of("end-task").with("text", text);
        end.json.put("task", task);
        return end;
    }

    /** 核查. */
    public static Command check(boolean passed, String findings) {
        Command check = of("check").with("text", findings);
        check.json.put("passed", passed);
        return check;
    }

    /** @param decision REWORK or CLOSE */
    public static Command decide(String decision, String reason) {
        return of("decide").with("decision", decision).with("reason", reason);
    }

    public static Command comment(String text) {
        return of("comment").with("text", text);
    }

    public String type() {
        return json.path("type").asString();
    }
}
