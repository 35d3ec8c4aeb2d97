package io.wangge.systemtests.demo;

import io.wangge.systemtests.client.ReportForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the day.
 *
 * @param by user name of who reports
 * @param grid code of the grid it lies in; null when it lies in none
 * @param at longitude and latitude; null: only the grid's code is sent
 * @param unit to which a dispatcher gives it, when one has to
 * @param recategorised the category that the dispatcher names with it
 * @param to the unit to which it is handed down
 * @param decision the inspector's reason
 * @param expect why it waits for dispatch
 * @param again SAME: sent twice as it is; OTHER: sent again with the same id and other words
 * @param times how often the text is repeated, for a long one
 */
record DayReport(
        Way way,
        String by,
        @Nullable String category,
        @Nullable String grid,
        @Nullable List<Double> at,
        @Nullable Resident resident,
        @Nullable String urgency,
        @Nullable String nature,
        @Nullable String onSpot,
        @Nullable String unit,
        @Nullable String recategorised,
        @Nullable String reason,
        @Nullable String to,
        @Nullable String decision,
        @Nullable String expect,
        @Nullable String again,
        int times,
        String text) {

    record Resident(String name, String phone) {}

    ReportForm form() {
        ReportForm form = ReportForm.saying(wholeText());
        with(form, "category", category);
        with(form, "urgency", urgency);
        with(form, "nature", nature);
        if (at != null) {
            form.at(at.get(0), at.get(1));
        } else {
            with(form, "gridCode", grid);
        }
        if (resident != null) {
            form.resident(resident.name(), resident.phone());
        }
        if (onSpot != null) {
            form.settledOnSpot(onSpot);
        }
        return form;
    }

    String wholeText() {
        return text.repeat(Math.max(1, times));
    }

    private static void with(ReportForm form, String field, @Nullable String value) {
        if (value != null) {
            form.with(field, value);
        }
    }
}
