package io.wangge.dispatch.reference;

import io.wangge.contracts.casefile.TableVersions;
import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.casefile.CasePolicy;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.directory.Assets;
import io.wangge.dispatch.directory.DutySpan;
import io.wangge.dispatch.directory.GridContact;
import io.wangge.dispatch.escalation.EscalationPolicies;
import io.wangge.dispatch.routing.Mandate;
import io.wangge.dispatch.routing.RuleBook;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All reference data that decides about a case, as of one moment.
 *
 * @param mandates who is competent for what from when on, in place of what the categories say
 * @param duties who is on duty when
 * @param contacts whom residents of a grid turn to
 * @param assets things with their owning units
 * @param escalation what happens when a share of a limit is used up
 * @param policy what holds for all cases
 * @param versions of each kind that the district has
 */
public record Reference(
        Directory directory,
        RuleBook ruleBook,
        BusinessCalendar calendar,
        List<Mandate> mandates,
        List<DutySpan> duties,
        List<GridContact> contacts,
        Assets assets,
        EscalationPolicies escalation,
        CasePolicy policy,
        Map<ReferenceKind, Long> versions) {
    public Reference {
        versions = Map.copyOf(versions);
    }

    /** Grows with every change of any part: versions of a kind only grow, so their sum grows with any of them. */
    public long version() {
        return versions.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of the tables that decide about cases, as a case remembers them. */
    public TableVersions tableVersions() {
        return new TableVersions(
                of(ReferenceKind.LADDER),
                of(ReferenceKind.UNIT),
                of(ReferenceKind.GRID),
                of(ReferenceKind.CATEGORY),
                of(ReferenceKind.RULE_BOOK),
                of(ReferenceKind.CALENDAR),
                of(ReferenceKind.MANDATE),
                of(ReferenceKind.ESCALATION_POLICY),
                of(ReferenceKind.CASE_POLICY));
    }

    /** The other way round; 0 for a kind that the district did without then. */
    public static Map<ReferenceKind, Long> byKind(TableVersions versions) {
        Map<ReferenceKind, Long> byKind = new EnumMap<>(ReferenceKind.class);
        byKind.put(ReferenceKind.LADDER, versions.ladder());
        byKind.put(ReferenceKind.UNIT, versions.organisation());
        byKind.put(ReferenceKind.GRID, versions.grid());
        byKind.put(ReferenceKind.CATEGORY, versions.category());
        byKind.put(ReferenceKind.RULE_BOOK, versions.ruleBook());
        byKind.put(ReferenceKind.CALENDAR, versions.calendar());
        byKind.put(ReferenceKind.MANDATE, versions.mandate());
        byKind.put(ReferenceKind.ESCALATION_POLICY, versions.escalationPolicy());
        byKind.put(ReferenceKind.CASE_POLICY, versions.casePolicy());
        return byKind;
    }

    private long of(ReferenceKind kind) {
        return versions.getOrDefault(kind, 0L);
    }
}
