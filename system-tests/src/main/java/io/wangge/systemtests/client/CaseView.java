package io.wangge.systemtests.client;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A case as the API shows it. Texts that are not there are empty. */
public record CaseView(JsonNode json) {

    public String id() {
        return text("id");
    }

    public String caseNumber() {
        return text("caseNumber");
    }

    /** Such as {@code PENDING_ACCEPTANCE}. */
    public String state() {
        return text("state");
    }

    public String stateZh() {
        return text("stateZh");
    }

    /** Seq of its last event, and what {@code If-Match} wants. */
    public long version() {
        return json.path("version").asLong(0);
    }

    public String level() {
        return text("level");
    }

    public String holder() {
        return json.path("holder").path("unitId").asString("");
    }

    public String holderZh() {
        return json.path("holder").path("nameZh").asString("");
    }

    /** From the top down to the holder. */
    public List<String> holderPath() {
        return StreamSupport.stream(json.path("holder").path("path").spliterator(), false)
                .map(node -> node.asString(""))
                .toList();
    }

    public String gridCode() {
        return text("gridCode");
    }

    public String roundId() {
        return text("roundId");
    }

    public String closeReason() {
        return text("closeReason");
    }

    /** Ids of the place, from the top down. */
    public List<String> territoryPath() {
        return StreamSupport.stream(json.path("territoryPath").spliterator(), false)
                .map(node -> node.asString(""))
                .toList();
    }

    /** Why it is where it is, such as {@code returned}. */
    public String routeCode() {
        return json.path("route").path("code").asString("");
    }

    /** @param number by which {@code end-task} names it */
    public record Task(int number, String unitId) {}

    /** 会办: helpers' tasks that have not ended. */
    public List<Task> openTasks() {
        return StreamSupport.stream(json.path("proceedings").path("tasks").spliterator(), false)
                .filter(task -> !task.path("ended").asBoolean(false))
                .map(task -> new Task(
                        task.path("number").asInt(),
                        task.path("unit").path("unitId").asString("")))
                .toList();
    }

    public int reworks() {
        return json.path("reworks").asInt(0);
    }

    /** 有奖批评. */
    public boolean isCriticism() {
        return json.path("proceedings").has("criticism");
    }

    public boolean isIn(String state) {
        return state().equals(state);
    }

    private String text(String field) {
        return json.path(field).asString("");
    }
}
