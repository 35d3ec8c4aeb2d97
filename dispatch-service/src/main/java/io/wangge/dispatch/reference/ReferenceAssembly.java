package io.wangge.dispatch.reference;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.CalendarYear;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.directory.OrganisationCheck;
import io.wangge.dispatch.routing.ConditionCompiler;
import io.wangge.dispatch.routing.RuleBook;
import io.wangge.dispatch.routing.RuleBookCheck;
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
    private final ConditionCompiler compiler;

    public ReferenceAssembly(ConditionCompiler compiler) {
        this.compiler = compiler;
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
        editions.forEach(edition -> byKind.put(edition.kind(), edition));
        Set<ReferenceKind> missing = EnumSet.allOf(ReferenceKind.class);
        missing.removeAll(byKind.keySet());
        if (!missing.isEmpty()) {
            return new Outcome.Incomplete(missing);
        }
        List<Item> items =
                editions.stream().flatMap(edition -> edition.items().stream()).toList();
        Edition rules = part(byKind, ReferenceKind.RULE_BOOK);
        RuleBook book = new RuleBook(rules.version(), ((Content.Rules) rules.content()).rules());
        List<Finding> findings = new ArrayList<>(OrganisationCheck.check(items));
        Optional<Directory> sound = findings.isEmpty() ? Optional.of(Directory.of(items)) : Optional.empty();
        findings.addAll(RuleBookCheck.check(book.rules(), compiler, sound));
        if (sound.isEmpty() || !findings.isEmpty()) {
            return new Outcome.Broken(findings);
        }
        Content.Calendar days =
                (Content.Calendar) part(byKind, ReferenceKind.CALENDAR).content();
        Map<Integer, CalendarYear> years =
                days.years().stream().collect(Collectors.toMap(CalendarYear::year, Function.identity()));
        // Versions of a kind only grow, so their sum grows with every change of any of them.
        long version = editions.stream().mapToLong(Edition::version).sum();
        return new Outcome.Whole(
                new Reference(sound.get(), book, new BusinessCalendar(days.zone(), days.hours(), years), version));
    }

    private static Edition part(Map<ReferenceKind, Edition> byKind, ReferenceKind kind) {
        Edition edition = byKind.get(kind);
        if (edition == null) {
            throw new IllegalStateException("No " + kind);
        }
        return edition;
    }
}
