package io.wangge.dispatch.routing;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the conditions of the rules may ask about a matter.
 *
 * @param classCode the first two digits of the category
 * @param lead the category's kind of department
 * @param gridPath ids from the top unit down to the grid
 * @param night between 22:00 and 06:00 where the matter lies
 * @param workday whether the day of the report is worked
 */
public record RouteQuestion(
        String category,
        String classCode,
        String scale,
        String usualLevel,
        String lead,
        String grid,
        List<String> gridPath,
        Urgency urgency,
        Channel channel,
        @Nullable Nature nature,
        boolean night,
        boolean workday) {}
