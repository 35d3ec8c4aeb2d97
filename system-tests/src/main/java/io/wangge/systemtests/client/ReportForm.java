package io.wangge.systemtests.client;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A report to be sent. Each {@code with} changes this one and gives it back. */
public final class ReportForm {
    private final ObjectNode json = Answer.JSON.createObjectNode();

    private ReportForm(String id) {
        json.put("id", id);
    }

    /** With an id of its own. */
    public static ReportForm saying(String text) {
        return new ReportForm(UUID.randomUUID().toString()).with("text", text);
    }

    public ReportForm with(String field, String value) {
        json.put(field, value);
        return this;
    }

    public ReportForm category(String code) {
        return with("category", code);
    }

    public ReportForm gridCode(String code) {
        return with("gridCode", code);
    }

    /** In degrees, WGS 84. */
    public ReportForm at(double longitude, double latitude) {
        json.putObject("location")
                .put("type", "Point")
                .putArray("coordinates")
                .add(longitude)
                .add(latitude);
        return this;
    }

    public ReportForm emergency() {
        return with("urgency", "EMERGENCY");
    }

    /** Somebody to be called back. */
    public ReportForm resident(String name, String phone) {
        json.putObject("resident").put("name", name).put("phone", phone);
        return this;
    }

    public ReportForm settledOnSpot(String whatWasDone) {
        json.putObject("settledOnSpot").put("text", whatWasDone);
        return this;
    }

    public String id() {
        return json.path("id").asString();
    }

    public String toJson() {
        return json.toString();
    }
}
