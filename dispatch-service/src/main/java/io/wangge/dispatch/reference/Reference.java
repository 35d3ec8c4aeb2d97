package io.wangge.dispatch.reference;

import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.directory.Assets;
import io.wangge.dispatch.directory.DutySpan;
import io.wangge.dispatch.directory.GridContact;
import io.wangge.dispatch.routing.Mandate;
import io.wangge.dispatch.routing.RuleBook;
import java.util.List;

/**
 * All reference data that decides about a case, as of one moment.
 *
 * @param mandates who is competent for what from when on, in place of what the categories say
 * @param duties who is on duty when
 * @param contacts whom residents of a grid turn to
 * @param assets things with their owning units
 * @param version grows with every change of any part
 */
public record Reference(
        Directory directory,
        RuleBook ruleBook,
        BusinessCalendar calendar,
        List<Mandate> mandates,
        List<DutySpan> duties,
        List<GridContact> contacts,
        Assets assets,
        long version) {}
