package io.wangge.dispatch.reference;

import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.routing.RuleBook;

/**
 * All reference data that decides about a case, as of one moment.
 *
 * @param version grows with every change of any part
 */
public record Reference(Directory directory, RuleBook ruleBook, BusinessCalendar calendar, long version) {}
