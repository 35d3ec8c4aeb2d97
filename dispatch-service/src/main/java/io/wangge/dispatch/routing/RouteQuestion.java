package io.wangge.dispatch.routing;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the conditions of the rules may ask about a matter.
 *
 * @param classCode the first two digits of the category
 * @param itemKind EVENT, ASSET, DISPUTE, SERVICE, CONDUCT or OPINION
 * @param lead the category's kind of department
 * @param gridPath ids from the top unit down to the grid
 * @param units id of the territorial unit of each level on the way, by the level's code
 * @param minute of the day where the matter lies, 0 to 1439
 * @param weekday 1 for Monday to 7 for Sunday
 * @param night between 22:00 and 06:00 where the matter lies
 * @param workday whether the day of the report is worked
 * @param text what the reporter wrote
 */
public record RouteQuestion(
        String category,
        String classCode,
        String itemKind,
        String scale,
        String usualLevel,
        String lead,
        String grid,
        List<String> gridPath,
        Map<String, String> units,
        Urgency urgency,
        Channel channel,
        @Nullable Nature nature,
        int minute,
        int weekday,
        boolean night,
        boolean workday,
        String text) {}
