package io.wangge.dispatch.reference;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.dispatch.casefile.CasePolicy;
import io.wangge.dispatch.casefile.CasePolicyCheck;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.CalendarYear;
import io.wangge.dispatch.directory.Asset;
import io.wangge.dispatch.directory.AssetCheck;
import io.wangge.dispatch.directory.Assets;
import io.wangge.dispatch.directory.CalendarCheck;
import io.wangge.dispatch.directory.DistrictSettings;
import io.wangge.dispatch.directory.DutySpan;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.directory.GridContact;
import io.wangge.dispatch.directory.OrganisationCheck;
import io.wangge.dispatch.directory.RosterCheck;
import io.wangge.dispatch.escalation.EscalationPolicies;
import io.wangge.dispatch.escalation.EscalationPolicy;
import io.wangge.dispatch.escalation.EscalationPolicyCheck;
import io.wangge.dispatch.routing.ConditionCompiler;
import io.wangge.dispatch.routing.Mandate;
import io.wangge.dispatch.routing.MandateCheck;
import io.wangge.dispatch.routing.RuleBook;
import io.wangge.dispatch.routing.RuleBookCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts one edition of each kind together and says what is wrong with the whole before anything uses it. */
public final class ReferenceAssembly {
    private static final long NOT_STORED = 0;

    private final ConditionCompiler compiler;
    private final List<Content> usual;

    /** @param usual of the kinds that hold also where the district says nothing: escalation policies and case policy */
    public ReferenceAssembly(ConditionCompiler compiler, Collection<Content> usual) {
        this.compiler = compiler;
        this.usual = List.copyOf(usual);
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Whole(Reference reference) implements Outcome {}

        /** @param findings at least one */
        record Broken(List<Finding> findings) implements Outcome {}

        /** @param kinds those without any edition */
        record Incomplete(Set<ReferenceKind> kinds) implements Outcome {}
    }

    /** @param editions at most one of each kind */
    public Outcome assemble(Collection<Edition> editions) {
        Map<ReferenceKind, Edition> byKind = new EnumMap<>(ReferenceKind.class);
        usual.forEach(content -> byKind.put(content.kind(), new Edition(NOT_STORED, 1, Instant.EPOCH, content)));
        editions.forEach(edition -> byKind.put(edition.kind(), edition));
        Set<ReferenceKind> missing = EnumSet.allOf(ReferenceKind.class);
        missing.removeIf(kind -> !kind.required() || byKind.containsKey(kind));
        if (!missing.isEmpty()) {
            return new Outcome.Incomplete(missing);
        }
        List<Item> items =
                editions.stream().flatMap(edition -> edition.items().stream()).toList();
        Edition rules = part(byKind, ReferenceKind.RULE_BOOK);
        RuleBook book = new RuleBook(rules.version(), ((Content.Rules) rules.content()).rules());
        List<Finding> findings = new ArrayList<>(OrganisationCheck.check(items, settings(byKind)));
        Optional<Directory> sound = findings.isEmpty() ? Optional.of(Directory.of(items)) : Optional.empty();
        findings.addAll(RuleBookCheck.check(book.rules(), compiler, sound));
        List<Mandate> mandates = rows(byKind, ReferenceKind.MANDATE, Mandate.class);
        List<DutySpan> duties = rows(byKind, ReferenceKind.DUTY_ROSTER, DutySpan.class);
        List<GridContact> contacts = rows(byKind, ReferenceKind.GRID_CONTACT, GridContact.class);
        List<EscalationPolicy> escalation = rows(byKind, ReferenceKind.ESCALATION_POLICY, EscalationPolicy.class);
        List<CasePolicy> policy = rows(byKind, ReferenceKind.CASE_POLICY, CasePolicy.class);
        findings.addAll(CasePolicyCheck.check(policy));
        List<Asset> assets = rows(byKind, ReferenceKind.ASSET, Asset.class);
        Edition calendar = part(byKind, ReferenceKind.CALENDAR);
        Content.Calendar days = (Content.Calendar) calendar.content();
        if (sound.isPresent()) {
            findings.addAll(CalendarCheck.check(days.years(), days.units().keySet(), sound.get()));
            findings.addAll(MandateCheck.check(mandates, sound.get()));
            findings.addAll(RosterCheck.duties(duties, sound.get()));
            findings.addAll(RosterCheck.contacts(contacts, sound.get()));
            findings.addAll(EscalationPolicyCheck.check(escalation, sound.get()));
            findings.addAll(AssetCheck.check(assets, sound.get()));
        }
        if (sound.isEmpty() || !findings.isEmpty()) {
            return new Outcome.Broken(findings);
        }
        Map<ReferenceKind, Long> versions = new EnumMap<>(ReferenceKind.class);
        editions.forEach(edition -> versions.put(edition.kind(), edition.version()));
        return new Outcome.Whole(new Reference(
                sound.get(),
                book,
                calendar(days, calendar.version()),
                mandates,
                duties,
                contacts,
                Assets.of(assets, sound.get()),
                new EscalationPolicies(escalation),
                policy.getFirst(),
                versions));
    }

    private static BusinessCalendar calendar(Content.Calendar days, long version) {
        Map<Integer, CalendarYear> years =
                days.years().stream().collect(Collectors.toMap(CalendarYear::year, Function.identity()));
        return new BusinessCalendar(days.zone(), days.office(), years, days.workdayCount(), days.units(), version);
    }

    /** Empty for a kind that the district does without. */
    private static <T extends Record> List<T> rows(
            Map<ReferenceKind, Edition> byKind, ReferenceKind kind, Class<T> type) {
        return byKind.get(kind) instanceof Edition edition && edition.content() instanceof Content.Table table
                ? table.rows().stream().map(type::cast).toList()
                : List.of();
    }

    private static DistrictSettings settings(Map<ReferenceKind, Edition> byKind) {
        return rows(byKind, ReferenceKind.DISTRICT, DistrictSettings.class).stream()
                .findFirst()
                .orElse(DistrictSettings.USUAL);
    }

    private static Edition part(Map<ReferenceKind, Edition> byKind, ReferenceKind kind) {
        Edition edition = byKind.get(kind);
        if (edition == null) {
            throw new IllegalStateException("No " + kind);
        }
        return edition;
    }
}
